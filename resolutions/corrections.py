"""The doors by which a person settles a reading: confirm it, take that back, correct it.

What the parser missed is added by `resolutions.missed`, another reading taken by `resolutions.suggestions`.

What is settled here no later import overwrites. `tracker.corrections` calls these and takes the clause in
again; nothing else should.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from resolutions.clause_rows import PERSON
from resolutions.directory import Directory
from resolutions.matching import anchor
from resolutions.models import (
    Clause,
    ClauseAddressee,
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
    settle(clause, by, ReviewState.CONFIRMED)
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
        set_verb(clause, correction.verb)
    if correction.asks is not None:
        clause.asks = correction.asks
    if correction.action is not None:
        clause.action = correction.action
    settle(clause, by, ReviewState.CORRECTED)
    clause.save()
    if correction.addressees is not None:
        write_named(clause, correction.addressees)


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


def set_verb(clause: Clause, verb: Verb) -> None:
    """Set a person's verb, with its type and force; the clause is not saved."""
    clause.verb, clause.type = verb, verb.type
    clause.places = [{**place, "rule": PERSON} if place["of"] == "verb" else place for place in clause.places]
    clause.force_secretariat, clause.force_states = verb.force_secretariat, verb.force_states


def settle(clause: Clause, by: User, state: ReviewState) -> None:
    """Note who settled a clause and with what; the clause is not saved."""
    clause.review_state, clause.reviewed_by, clause.reviewed_at = state, by, timezone.now()
    clause.settled_doubts = list(dict.fromkeys([*clause.settled_doubts, *clause.doubts]))
    clause.doubts = []


def write_named(clause: Clause, named: Sequence[Named]) -> None:
    """Write whom a person says the clause names, in place of those it had.

    Raises:
        CannotCorrect: an entity is named twice in one role, or was merged into another.
    """
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


def current_text(paragraph: Paragraph) -> ParagraphText:
    """Return the paragraph's words in the current version.

    Raises:
        CannotCorrect: the current text has no such paragraph any more.
    """
    text = paragraph.texts.filter(version__is_current=True).select_related("version").first()
    if text is None:
        raise CannotCorrect("The current text no longer has this paragraph.", "paragraph")
    return text
