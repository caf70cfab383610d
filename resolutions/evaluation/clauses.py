"""Verbs, addressees, deadlines, reporting and resources of a reading against their key."""

from collections.abc import Mapping, Sequence
from typing import Any

from resolutions.evaluation.comparing import plain, same_addressee, shared
from resolutions.evaluation.figures import Figures, paired

ADDRESSEE = "addressee"
FIRST_WORDS = 12  # by which an unnumbered paragraph is found


def compare_clauses(key: Mapping[str, Any], read: Mapping[str, Any], figures: Figures) -> None:
    """Count what the reading of a document has right of its clauses.

    Args:
        key: the answer key.
        read: the parser's output, {} where the document could not be read.
        figures: take the counts in.
    """
    operative = read.get("operative") or []
    for paragraph in key["operative"]:
        found = _paragraph(paragraph, operative)
        figures.errors.where = f"{key.get('symbol') or ''}#{paragraph['label']}"
        _compare_paragraph(paragraph["clauses"], found["clauses"] if found else [], figures)


def _paragraph(key: Mapping[str, Any], operative: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Give the paragraph of a label; an unnumbered one is found by its first words, whatever it is called."""
    labelled = next((paragraph for paragraph in operative if paragraph["label"] == key["label"]), None)
    if not key["label"].startswith("u"):
        return labelled
    start = plain(key.get("starts") or " ".join(key["text"].split()[:FIRST_WORDS]))
    unnumbered = (paragraph for paragraph in operative if not paragraph["label"][:1].isdigit())
    return next((each for each in unnumbered if plain(each["text"]).startswith(start)), labelled)


def _compare_paragraph(key: list[dict[str, Any]], read: list[dict[str, Any]], figures: Figures) -> None:
    own_key = [clause for clause in key if not clause.get("inherited")]
    own_read = [clause for clause in read if not clause["inherited"]]
    pairs, missed, extra = paired(
        own_key, own_read, lambda one, other: plain(one["verb"]) == plain(other["verb"])
    )
    figures.tally("clauses").add(len(pairs), len(extra), len(missed))
    _tell(figures, "clause", [one["verb"] for one in missed], [one["verb"] for one in extra])
    taken_key, taken_read = len(key) - len(own_key), len(read) - len(own_read)
    both = min(taken_key, taken_read)
    figures.tally("inherited items").add(both, taken_read - both, taken_key - both)
    _tell(figures, "inherited item", ["item"] * (taken_key - both), ["item"] * (taken_read - both))
    for one, other in pairs:
        _compare_clause(one, other, figures)


def _compare_clause(key: dict[str, Any], read: dict[str, Any], figures: Figures) -> None:
    figures.rate("type").add(key["type"] == read["type"])
    if key["type"] != read["type"]:
        figures.errors.add("other type", key=f"{key['verb']}: {key['type']}", read=read["type"])
    asked_key, others_key = _parted(key["addressees"])
    asked_read, others_read = _parted(read["addressees"])
    pairs, missed, extra = paired(asked_key, asked_read, same_addressee)
    figures.tally("addressees").add(len(pairs), len(extra), len(missed))
    _tell(figures, "addressee", [one["text"] for one in missed], [one["text"] for one in extra])
    for one, other in pairs:
        if one.get("entity"):
            _compare_entity(one, other, figures)
    pairs, missed, extra = paired(
        others_key,
        others_read,
        lambda one, other: one["role"] == other["role"] and same_addressee(one, other),
    )
    figures.tally("consulted").add(len(pairs), len(extra), len(missed))
    _tell(figures, "consulted or included", [o["text"] for o in missed], [o["text"] for o in extra])
    _compare_modifiers(key, read, figures)


def _compare_entity(key: dict[str, Any], read: dict[str, Any], figures: Figures) -> None:
    same = shared(key["entity"], read["entity"]) >= 0.75
    figures.rate("entities").add(same)
    if not same:
        figures.errors.add(
            "other entity", key=f"{key['text']}: {key['entity']}", read=read["entity"] or "nobody known"
        )


def _tell(figures: Figures, what: str, missed: Sequence[str], extra: Sequence[str]) -> None:
    for words in missed:
        figures.errors.add(f"{what} missed", key=words)
    for words in extra:
        figures.errors.add(f"{what} too many", read=words)


def _parted(addressees: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Part those asked from those consulted or named as included."""
    asked = [each for each in addressees if each["role"] == ADDRESSEE]
    return asked, [each for each in addressees if each["role"] != ADDRESSEE]


def _compare_modifiers(key: dict[str, Any], read: dict[str, Any], figures: Figures) -> None:
    due, found = key.get("deadline"), (read["deadline"] or {}).get("text")
    same = bool(due and found) and (
        shared(due, found) >= 0.5 or plain(due) in plain(found) or plain(found) in plain(due)
    )
    figures.tally("deadlines").add_one(key=bool(due), read=bool(found), same=same)
    if not same:
        _tell_one(figures, "deadline", due, found)
    reports, reported = bool(key.get("reporting")), bool(read["reporting"])
    figures.tally("reporting").add_one(key=reports, read=reported, same=reports and reported)
    if reports != reported:
        _tell_one(
            figures, "reporting", read["action"] if reports else "", (read["reporting"] or {}).get("what")
        )
    means, meant = key.get("resources"), read["resources"]
    same = bool(means and meant) and shared(means, meant) >= 0.4
    figures.tally("resources").add_one(key=bool(means), read=bool(meant), same=same)
    if not same:
        _tell_one(figures, "resources", means, meant)


def _tell_one(figures: Figures, what: str, key: str | None, read: str | None) -> None:
    if key or read:
        kind = "missed" if not read else "too many" if not key else "other words"
        figures.errors.add(f"{what} {kind}", key=key, read=read)
