"""Fill the vocabulary of the database from the parser's tables. It adds what is missing and changes nothing
that stands but verbs that nobody has described yet, so that it may run at every start and people's
corrections last."""

from dataclasses import dataclass

from django.db import transaction

from resolutions.models import Entity, EntityMembership, EntityName, NameKind, Organ, Session, Verb
from resolutions.parsing import vocabulary
from resolutions.parsing.lexicon import entry

# States are members of these groups; each may answer for itself when the group is asked.
GROUPS_OF_ALL_STATES = ("ms", "states")
DESCRIBED = ("type", "verb_class", "force_secretariat", "force_states", "creates_action")


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows were added, by table."""

    organs: int
    sessions: int
    verbs: int
    entities: int
    names: int
    memberships: int


@transaction.atomic
def load_vocabulary() -> Loaded:
    """Add the organs, sessions, verbs and entities that the database lacks, and describe verbs it only met.

    Returns:
        The numbers of rows added; all zero on a second run.
    """
    counts = _counts()
    _load_organs()
    _load_verbs()
    _learn_verbs()
    _load_entities()
    return Loaded(*(after - before for before, after in zip(counts, _counts(), strict=True)))


def _counts() -> list[int]:
    models = (Organ, Session, Verb, Entity, EntityName, EntityMembership)
    return [model._default_manager.count() for model in models]


def _load_organs() -> None:
    Organ.objects.bulk_create(
        [
            Organ(code=o.code, name=o.name, symbol_prefix=o.symbol_prefix, time_zone=o.time_zone)
            for o in vocabulary.organs()
        ],
        ignore_conflicts=True,
    )
    organs = {organ.code: organ for organ in Organ.objects.all()}
    Session.objects.bulk_create(
        [
            Session(
                organ=organs[s.organ],
                label=s.label,
                number=s.number,
                opens=s.opens,
                closes=s.closes,
                estimated=s.estimated,
            )
            for s in vocabulary.sessions()
        ],
        ignore_conflicts=True,
    )


def _load_verbs() -> None:
    Verb.objects.bulk_create(
        [
            Verb(
                lemma=v.lemma,
                type=v.type,
                verb_class=v.verb_class,
                force_secretariat=v.force_secretariat,
                force_states=v.force_states,
                creates_action=v.creates_action,
            )
            for v in vocabulary.verbs()
        ],
        ignore_conflicts=True,
    )


def _learn_verbs() -> None:
    """Describe the verbs that a reading met before the tables had them, unless a person described them."""
    unknown = entry("")
    met = Verb.objects.filter(
        verb_class="",
        type=unknown.type,
        force_secretariat=unknown.force_secretariat,
        force_states=unknown.force_states,
        creates_action=unknown.creates_action,
    )
    known = {verb.lemma: verb for verb in vocabulary.verbs()}
    learnt = [verb for verb in met if verb.lemma in known]
    for verb in learnt:
        told = known[verb.lemma]
        verb.type, verb.verb_class, verb.creates_action = told.type, told.verb_class, told.creates_action
        verb.force_secretariat, verb.force_states = told.force_secretariat, told.force_states
    Verb.objects.bulk_update(learnt, DESCRIBED)


def _load_entities() -> None:
    entries = vocabulary.entities()
    Entity.objects.bulk_create(
        [
            Entity(key=e.key, name=e.name, type=e.type, is_group=e.is_generic, iso3=e.iso3 or "")
            for e in entries
        ],
        ignore_conflicts=True,
    )
    by_key = {entity.key: entity for entity in Entity.objects.all()}
    EntityName.objects.bulk_create(
        [
            EntityName(entity=by_key[entry.key], name=name, kind=kind)
            for entry in entries
            for kind, name in _names(entry)
        ],
        ignore_conflicts=True,
    )
    states = [by_key[entry.key] for entry in entries if entry.type == "state"]
    EntityMembership.objects.bulk_create(
        [
            EntityMembership(group=by_key[key], member=state)
            for key in GROUPS_OF_ALL_STATES
            if key in by_key
            for state in states
        ],
        ignore_conflicts=True,
    )


def _names(entry: vocabulary.EntityEntry) -> list[tuple[NameKind, str]]:
    names = [(NameKind.OFFICIAL, entry.name)]
    if entry.acronym:
        names.append((NameKind.ACRONYM, entry.acronym))
    return names + [(NameKind.ALIAS, alias) for alias in entry.aliases]
