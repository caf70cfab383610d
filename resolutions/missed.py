"""The door by which a person adds a clause that the parser missed."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from resolutions.clause_rows import PERSON
from resolutions.corrections import CannotCorrect, Named, current_text, set_verb, settle, write_named
from resolutions.matching import nth, times
from resolutions.models import (
    Clause,
    Paragraph,
    ParagraphText,
    ReviewState,
    Verb,
)


@transaction.atomic
def add_clause(
    *,
    paragraph: Paragraph,
    words: str,
    verb: Verb,
    by: User,
    asks: bool = True,
    addressees: Sequence[Named] = (),
    occurrence: int | None = None,
) -> Clause:
    """Add a clause that the parser missed; it gets the paragraph's next free number.

    Args:
        paragraph: where it stands.
        words: its exact words in the paragraph's current text, its operative verb first.
        verb: the operative verb.
        by: who adds it.
        asks: whether it asks for something.
        addressees: whom it names.
        occurrence: which of the places is meant, counted from 1, where the words stand there several times.

    Raises:
        CannotCorrect: the words do not stand in the paragraph, stand there several times and none is chosen,
            or are those of one of its clauses.
    """
    # Held, so that of two people who add at once each gets a number.
    paragraph = Paragraph.objects.select_for_update(of=("self",)).get(pk=paragraph.pk)
    text = current_text(paragraph)
    place = _place_meant(words.strip(), text.text, occurrence)
    _check_new(paragraph, text, place)
    clause = Clause(
        paragraph=paragraph,
        number=(paragraph.clauses.aggregate(last=Max("number"))["last"] or 0) + 1,
        version=text.version,
        start=place[0],
        end=place[1],
        phrase=words.split()[0],
        asks=asks,
        rule=PERSON,
        places=[
            {
                "of": "verb",
                "text": words.split()[0],
                "start": place[0],
                "end": place[0] + len(words.split()[0]),
                "rule": PERSON,
            }
        ],
    )
    set_verb(clause, verb)
    settle(clause, by, ReviewState.CORRECTED)
    clause.save()
    write_named(clause, addressees)
    return clause


def _place_meant(words: str, text: str, occurrence: int | None) -> tuple[int, int]:
    found = times(words, text)
    if not found:
        raise CannotCorrect(
            "These words do not stand in the paragraph. Copy them from its text, from the verb to the end of "
            "what it asks.",
            "words",
        )
    place = nth(words, text, occurrence if occurrence is not None else 1)
    if place is None or (found > 1 and occurrence is None):
        several = "once" if found == 1 else f"{found} times; say which you mean, from 1 to {found}"
        raise CannotCorrect(f"These words stand in the paragraph {several}.", "occurrence")
    return place


def _check_new(paragraph: Paragraph, text: ParagraphText, place: tuple[int, int]) -> None:
    """Refuse a second clause of the very same words, as a second click would add it."""
    same = paragraph.clauses.filter(
        version=text.version, start=place[0], end=place[1], vanished=False
    ).first()
    if same is not None:
        raise CannotCorrect(
            f"These words are clause {same.number} of this paragraph already. Correct that one instead.",
            "words",
        )
