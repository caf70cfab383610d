"""The doors by which a person settles a reading: confirm, correct, add what was missed, take a suggestion.

What is settled here no later import overwrites. `tracker.corrections` calls these and takes the clause in
again; nothing else should.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from resolutions.clauses import PERSON
from resolutions.directory import Directory
from resolutions.matching import anchor, nth, times
from resolutions.models import (
    Clause,
    ClauseAddressee,
    ClauseDeadline,
    ClauseSuggestion,
    Entity,
    Paragraph,
    ParagraphText,
    Resolution,
    ReviewState,
    Role,
    Verb,
)


class CannotCorrect(Exception):
    """A correction that cannot be: the message says why, `field` names the input."""

    def __init__(self, message: str, field: str) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody a person says the clause names; `text` are the words, empty where they only imply it."""

    entity: Entity
    text: str = ""
    role: Role = Role.ADDRESSEE


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person changes; None leaves a thing as it is."""

    verb: Verb | None = None
    asks: bool | None = None
    action: str | None = None
    addressees: Sequence[Named] | None = field(default=None)


@transaction.atomic
def confirm(*, clause: Clause, by: User) -> None:
    """Note that a person found the reading right; its doubts are settled with that."""
    _hold(clause)
    _settle(clause, by, ReviewState.CONFIRMED)
    clause.save()


@transaction.atomic
def take_back(*, clause: Clause) -> None:
    """Take a confirmation back: the reading is a suggestion again, with the doubts it had.

    Raises:
        CannotCorrect: it is not confirmed; a correction is changed by another one.
    """
    _hold(clause)
    if clause.review_state != ReviewState.CONFIRMED:
        raise CannotCorrect("Only a confirmation can be taken back. Correct the clause instead.", "clause")
    clause.review_state, clause.reviewed_by, clause.reviewed_at = ReviewState.SUGGESTED, None, None
    clause.doubts, clause.settled_doubts = clause.settled_doubts, []
    clause.save()


def choice(clause: Clause, number: int) -> Correction:
    """Return the correction that takes the clause's nth alternative, counted from 1.

    Raises:
        CannotCorrect: there is none of that number, or it names nobody of the directory.
    """
    if not 1 <= number <= len(clause.alternatives):
        raise CannotCorrect("There is no such other reading.", "alternative")
    other = clause.alternatives[number - 1]
    if other["of"] == "asks":
        return Correction(asks=False)
    adopted = clause.paragraph.resolution.adopted_on
    meant = Directory([other["value"]], on=adopted).find(other["value"])
    named = [
        Named(meant if row.text == other["text"] else row.entity, row.text, Role(row.role))
        for row in clause.addressees.select_related("entity")
    ]
    return Correction(addressees=list({(n.entity.pk, n.role): n for n in named}.values()))


@transaction.atomic
def correct(*, clause: Clause, by: User, correction: Correction) -> None:
    """Change what was read; type and force follow a changed verb.

    Raises:
        CannotCorrect: an entity is named twice in one role, or was merged into another.
    """
    _hold(clause)
    if correction.verb is not None and correction.verb != clause.verb:
        _set_verb(clause, correction.verb)
    if correction.asks is not None:
        clause.asks = correction.asks
    if correction.action is not None:
        clause.action = correction.action
    _settle(clause, by, ReviewState.CORRECTED)
    clause.save()
    if correction.addressees is not None:
        _write_named(clause, correction.addressees)


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
    _set_verb(clause, verb)
    _settle(clause, by, ReviewState.CORRECTED)
    clause.save()
    _write_named(clause, addressees)
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


def current_text(paragraph: Paragraph) -> ParagraphText:
    """Return the paragraph's words in the current version.

    Raises:
        CannotCorrect: the current text has no such paragraph any more.
    """
    text = paragraph.texts.filter(version__is_current=True).select_related("version").first()
    if text is None:
        raise CannotCorrect("The current text no longer has this paragraph.", "paragraph")
    return text


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


@transaction.atomic
def correct_resolution(*, resolution: Resolution, **fields: object) -> None:
    """Set what a person says of the resolution itself (symbol, title, date …); no import overwrites it.

    Raises:
        CannotCorrect: the symbol is empty or belongs to another resolution.
    """
    symbol = fields.get("symbol", resolution.symbol)
    if not symbol:
        raise CannotCorrect("Give the symbol, for instance E/RES/2004/33.", "symbol")
    _check_free(symbol, resolution)
    changed = [name for name, value in fields.items() if getattr(resolution, name) != value]
    for name in changed:
        setattr(resolution, name, fields[name])
    if "symbol" in changed:
        resolution.symbol_is_provisional = False
    resolution.corrected_fields = sorted({*resolution.corrected_fields, *changed})
    try:
        with transaction.atomic():
            resolution.save()
    except IntegrityError:
        _check_free(symbol, resolution)  # another took it between the first look and the writing
        raise


def _check_free(symbol: object, resolution: Resolution) -> None:
    if Resolution.objects.filter(symbol=symbol).exclude(pk=resolution.pk).exists():
        raise CannotCorrect(f"{symbol} is in the register already.", "symbol")


def _hold(clause: Clause) -> None:
    """See the clause as it is now, and keep imports off it until the transaction ends."""
    clause.refresh_from_db(from_queryset=Clause.objects.select_for_update(no_key=True))


def _set_verb(clause: Clause, verb: Verb) -> None:
    clause.verb, clause.type = verb, verb.type
    clause.places = [{**place, "rule": PERSON} if place["of"] == "verb" else place for place in clause.places]
    clause.force_secretariat, clause.force_states = verb.force_secretariat, verb.force_states


def _settle(clause: Clause, by: User, state: ReviewState) -> None:
    clause.review_state, clause.reviewed_by, clause.reviewed_at = state, by, timezone.now()
    clause.settled_doubts = list(dict.fromkeys([*clause.settled_doubts, *clause.doubts]))
    clause.doubts = []


def _write_named(clause: Clause, named: Sequence[Named]) -> None:
    seen = [(n.entity.pk, n.role) for n in named]
    if len(set(seen)) < len(seen):
        raise CannotCorrect("The same entity is named twice. Keep it once.", "addressees")
    merged = next((n.entity for n in named if n.entity.merged_into_id), None)
    if merged:
        raise CannotCorrect(f"{merged} was merged into {merged.merged_into}; name that one.", "addressees")
    text = current_text(clause.paragraph).text
    rules = {(a.entity_id, a.role, a.text): a.rule for a in clause.addressees.all()}
    clause.addressees.all().delete()
    group: ClauseAddressee | None = None
    for position, n in enumerate(named, 1):
        start, end = anchor(n.text, text, within=(clause.start, clause.end)) or (None, None)
        row = ClauseAddressee.objects.create(
            clause=clause,
            position=position,
            entity=n.entity,
            text=n.text,
            role=n.role,
            group=group if n.role == Role.INCLUDING else None,
            start=start,
            end=end,
            rule=rules.get((n.entity.pk, n.role, n.text), PERSON),
        )
        group = row if n.role == Role.ADDRESSEE else group
