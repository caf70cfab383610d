"""Correct what was read, and let the obligations follow: each door settles a clause and takes it in again."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import transaction

from resolutions import corrections, missed, suggestions
from resolutions.corrections import CannotCorrect, Correction, Named
from resolutions.models import Clause, ClauseSuggestion, Paragraph, Resolution, ReviewState, Verb
from tracker import permissions, shares
from tracker.acting import acting
from tracker.checking import read_clauses, seen_as
from tracker.doubt_queue import free_for
from tracker.intake import track, track_clause
from tracker.models import ActionItem, Nature
from tracker.refusals import Refused
from tracker.rollup import refresh
from tracker.statuses import Status


@contextmanager
def _told() -> Iterator[None]:
    """Pass the refusals of `resolutions` on in this app's own words."""
    try:
        yield
    except CannotCorrect as error:
        raise Refused(error.message, field=error.field) from error


def _may(by: User) -> None:
    permissions.require(permissions.may_correct(by), "confirm or correct what was read")


@transaction.atomic
def confirm_clause(*, clause: Clause, by: User) -> None:
    """Confirm a reading as it stands.

    Raises:
        NotAllowed: the person may not correct readings.
        Conflict: somebody else has taken it to settle it.
    """
    _may(by)
    shares.check_free(clause, by)
    corrections.confirm(clause=clause, by=by)


@transaction.atomic
def confirm_as_seen(*, seen: Mapping[int, str], by: User) -> int:
    """Confirm several readings at once: those that stand as the person saw them and nobody else has taken.

    Args:
        seen: the sign of each reading (`tracker.checking.seen_as`) by the clause's id.

    Returns:
        how many were confirmed.

    Raises:
        NotAllowed: the person may not correct readings.
    """
    _may(by)
    held = free_for(by, read_clauses()).filter(pk__in=seen, review_state=ReviewState.SUGGESTED)
    as_seen = [clause for clause in held if seen_as(clause) == seen[clause.pk]]
    for clause in as_seen:
        corrections.confirm(clause=clause, by=by)
    return len(as_seen)


@transaction.atomic
def take_back(*, clause: Clause, by: User) -> None:
    """Take a confirmation back; the reading waits again with its doubts.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: the reading is not confirmed.
    """
    _may(by)
    with _told(), acting(by, why="Confirmation taken back"):
        corrections.take_back(clause=clause)


@transaction.atomic
def choose(*, clause: Clause, number: int, by: User) -> None:
    """Correct a reading by the nth of its alternatives, counted from 1.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: there is none of that number, or it cannot be.
        Conflict: somebody else has taken the reading to settle it.
    """
    _may(by)
    with _told():
        correction = corrections.choice(clause, number)
    correct_clause(clause=clause, by=by, correction=correction)


@transaction.atomic
def correct_clause(*, clause: Clause, by: User, correction: Correction) -> None:
    """Correct a reading; items and assignments follow where nobody has worked on them.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: the correction cannot be.
        Conflict: somebody else has taken the reading to settle it.
    """
    _may(by)
    shares.check_free(clause, by)
    with _told():
        corrections.correct(clause=clause, by=by, correction=correction)
    track_clause(_fresh(clause))


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
    """Add a clause that the parser missed, with its item.

    Args:
        occurrence: which place is meant, counted from 1, where the words stand there several times; the rest
            as in `resolutions.missed.add_clause`.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: the words do not stand in the paragraph, stand there several times and none is chosen, or
            are those of one of its clauses.
    """
    _may(by)
    with _told():
        clause = missed.add_clause(
            paragraph=paragraph,
            words=words,
            verb=verb,
            by=by,
            asks=asks,
            addressees=addressees,
            occurrence=occurrence,
        )
    track_clause(_fresh(clause))
    return clause


@transaction.atomic
def settle_suggestion(*, suggestion: ClauseSuggestion, by: User, take: bool) -> None:
    """Take or dismiss what a later reading says of a settled clause.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: it is settled already, or what it names is in the vocabulary no more.
    """
    _may(by)
    # Held, so that of two people who settle it at once the later one is told.
    suggestion.refresh_from_db(from_queryset=ClauseSuggestion.objects.select_for_update(no_key=True))
    with _told():
        suggestions.settle_suggestion(suggestion=suggestion, by=by, take=take)
    track_clause(_fresh(suggestion.clause))


@transaction.atomic
def correct_resolution(*, resolution: Resolution, by: User, **fields: object) -> None:
    """Set what a person says of the resolution itself; review days follow the day of adoption.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: the symbol is empty or belongs to another resolution.
    """
    _may(by)
    with _told():
        corrections.correct_resolution(resolution=resolution, **fields)
    track(resolution)


@transaction.atomic
def set_nature(*, item: ActionItem, nature: Nature, by: User) -> None:
    """Say whether an item is an obligation, whatever its verb; no import changes it afterwards.

    Raises:
        NotAllowed: the person may not correct readings.
        Refused: somebody works on it, so it cannot become none.
    """
    _may(by)
    # Held, so that what somebody did meanwhile is seen, and not written over.
    item.refresh_from_db(from_queryset=ActionItem.objects.select_for_update(no_key=True))
    if nature == Nature.NONE and item.worked_on:
        raise Refused("Somebody works on this obligation. Close it by a decision instead.", field="nature")
    item.nature, item.nature_set_by = nature, by
    item.status = Status.NO_ACTION if nature == Nature.NONE else Status.NOT_STARTED
    item.save(update_fields=["nature", "nature_set_by", "status", "updated_at"])
    track_clause(_fresh(item.clause))
    refresh(item)


def _fresh(clause: Clause) -> Clause:
    # Without the rows that were prefetched before the correction.
    return Clause.objects.select_related("paragraph__resolution").get(pk=clause.pk)
