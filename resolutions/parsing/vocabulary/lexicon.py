"""Verbs, bodies and addressees, read from the tables beside this file."""

from functools import cache

from msgspec import Struct

from resolutions.parsing.document import ClauseType
from resolutions.parsing.vocabulary.tables import rows


class VerbEntry(Struct, frozen=True):
    """An operative verb under its canonical name.

    Args:
        lemma: "request", "take note", "express appreciation".
        type: one of the five clause types, by way of the finer class.
        verb_class: the finer class, a key of verb_classes.tsv.
        force_secretariat, force_states: how strongly the verb binds either, 0 to 10.
        creates_action: "yes", "no", or "conditional" where the complement decides.
    """

    lemma: str
    type: ClauseType
    verb_class: str
    force_secretariat: int
    force_states: int
    creates_action: str


class VerbPhrase(Struct, frozen=True):
    """A way to say an operative verb: "calls" + "upon", "expresses" + "… concern".

    Args:
        head: the verb in its bare form.
        complement: the words that belong to it; a leading "…" stands for up to five words.
        lemma: the verb that is meant.
        reiterated: the phrase repeats an earlier call ("reiterates its request").
    """

    head: str
    complement: tuple[str, ...]
    lemma: str
    reiterated: bool


class OrganEntry(Struct, frozen=True):
    """A body that adopts resolutions; `short_name` is how its texts call it after the first mention."""

    code: str
    name: str
    symbol_prefix: str
    time_zone: str
    short_name: str


class EntityEntry(Struct, frozen=True):
    """Somebody a resolution can address.

    Args:
        key: a stable id, never reused.
        name: the official name in the singular form the UN prints.
        acronym: "UNODC", None where there is none.
        aliases: other names that mean the same.
        type: "state", "specialized_agency", "state_group" …
        is_generic: the name stands for a group and not for one body.
        iso3: the ISO 3166 code of a State.
    """

    key: str
    name: str
    acronym: str | None
    aliases: tuple[str, ...]
    type: str
    is_generic: bool
    iso3: str | None


@cache
def verb_class_types() -> dict[str, ClauseType]:
    """Give the clause type that each finer verb class belongs to."""
    return {row["verb_class"]: ClauseType(row["type"]) for row in rows("verb_classes")}


@cache
def verbs() -> tuple[VerbEntry, ...]:
    """Give every operative verb, once per lemma.

    Raises:
        KeyError: a verb names a class that verb_classes.tsv does not have.
    """
    return tuple(
        VerbEntry(
            lemma=row["lemma"],
            type=verb_class_types()[row["verb_class"]],
            verb_class=row["verb_class"],
            force_secretariat=int(row["secretariat"]),
            force_states=int(row["states"]),
            creates_action=row["creates_action"],
        )
        for row in rows("verbs")
    )


@cache
def verb_phrases() -> tuple[VerbPhrase, ...]:
    """Give every surface phrase with the lemma it stands for."""
    return tuple(
        VerbPhrase(
            head=row["head"],
            complement=tuple(row["complement"].split()),
            lemma=row["lemma"],
            reiterated=row["reiterated"] == "yes",
        )
        for row in rows("verb_phrases")
    )


@cache
def organs() -> tuple[OrganEntry, ...]:
    """Give the adopting bodies."""
    return tuple(OrganEntry(**row) for row in rows("organs"))


@cache
def entities() -> tuple[EntityEntry, ...]:
    """Give the directory of addressees; anaphora ("the Office") are no entities."""
    return tuple(
        EntityEntry(
            key=row["key"],
            name=row["name"],
            acronym=row["acronym"] or None,
            aliases=tuple(alias for alias in row["aliases"].split("|") if alias),
            type=row["type"],
            is_generic=row["generic"] == "yes",
            iso3=row["iso3"] or None,
        )
        for row in rows("entities")
    )
