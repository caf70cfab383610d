"""The door by which a person takes or dismisses another reading of a clause that is settled."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from resolutions.clause_rows import PERSON
from resolutions.corrections import (
    CannotCorrect,
    Correction,
    Named,
    correct,
)
from resolutions.directory import Directory
from resolutions.models import (
    Clause,
    ClauseDeadline,
    ClauseSuggestion,
    Role,
    Verb,
)


@transaction.atomic
def settle_suggestion(*, suggestion: ClauseSuggestion, by: User, take: bool) -> None:
    """Take another reading of verb, addressees and time, or dismiss it; the clause stays a person's.

    Raises:
        CannotCorrect: it is settled already, or what it names is in the vocabulary no more.
    """
    if suggestion.settled_at:
        raise CannotCorrect("This suggestion is settled already.", "suggestion")
    suggestion.settled_by, suggestion.settled_at, suggestion.taken = by, timezone.now(), take
    suggestion.save()
    if take:
        _take(suggestion.clause, suggestion.reading, by)


def _take(clause: Clause, reading: dict[str, Any], by: User) -> None:
    adopted = clause.paragraph.resolution.adopted_on
    directory = Directory((named["entity"] for named in reading["addressees"]), on=adopted)
    named = [Named(directory.find(n["entity"]), n["text"], Role(n["role"])) for n in reading["addressees"]]
    correct(
        clause=clause,
        by=by,
        correction=Correction(
            verb=_verb_suggested(reading["verb"]),
            asks=reading["asks"],
            action=reading["action"],
            addressees=list({(n.entity.pk, n.role): n for n in reversed(named)}.values())[::-1],
        ),
    )
    clause.deadlines.filter(governs=True).delete()
    if reading["deadline"]:
        _take_deadline(clause, reading)


def _verb_suggested(lemma: str) -> Verb:
    """Return the verb of a suggestion, which may have been made long before somebody takes it."""
    verb = Verb.objects.filter(lemma=lemma).first()
    if verb is None:
        raise CannotCorrect(
            f"The verb “{lemma}” is no longer in the vocabulary. Dismiss this; correct the clause.",
            "suggestion",
        )
    return verb


def _take_deadline(clause: Clause, reading: dict[str, Any]) -> None:
    ClauseDeadline.objects.create(
        clause=clause,
        position=(clause.deadlines.aggregate(last=Max("position"))["last"] or 0) + 1,
        governs=True,
        text=reading["deadline"],
        kind=reading["deadline_kind"],
        first_day=_day(reading["due_from"]),
        last_day=_day(reading["due_to"]),
        estimated=reading["estimated"],
        recurrence=reading["recurrence"],
        expiry=reading["expiry"],
        rule=PERSON,
    )


def _day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None
