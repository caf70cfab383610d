"""Find the words of a settled reading again in a text that has changed: addressees, times, other values."""

from resolutions.matching import anchor
from resolutions.models import Clause


def anchor_values(clause: Clause, text: str) -> None:
    """Give everything read in a clause its offsets in the text as it now is.

    Args:
        clause: its own offsets are those in the text already; its places are changed, not saved.
        text: of its paragraph.
    """
    within = (clause.start, clause.end)
    for addressee in clause.addressees.filter(offsets_in=None):
        addressee.start, addressee.end = anchor(addressee.text, text[: clause.end], within=within) or (
            None,
            None,
        )
        addressee.save(update_fields=["start", "end"])
    for deadline in clause.deadlines.all():
        deadline.start, deadline.end = anchor(deadline.text, text, within=within) or (None, None)
        deadline.save(update_fields=["start", "end"])
    moved = ((place, anchor(place["text"], text, within=within)) for place in clause.places)
    # Words that are gone cannot be shown; what a person settled by them stays.
    clause.places = [{**place, "start": at[0], "end": at[1]} for place, at in moved if at]
