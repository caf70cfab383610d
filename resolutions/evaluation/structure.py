"""Paragraphs, labels, lead phrases, recitals, date and symbol of a reading against their key."""

import re
from collections.abc import Mapping
from typing import Any

from resolutions.evaluation.comparing import SAME, agreement, same_lead
from resolutions.evaluation.figures import Figures

TOP = re.compile(r"u?\d+")


def compare_structure(key: Mapping[str, Any], read: Mapping[str, Any], figures: Figures) -> None:
    """Count what the reading of a document has right of its structure.

    Args:
        key: the answer key; `whole` where its mark-up labels every item.
        read: the parser's output, {} where the document could not be read.
        figures: take the counts in.
    """
    labelled = [paragraph for paragraph in key["operative"] if paragraph["label"]]
    operative = read.get("operative") or []
    figures.rate("label sequence").add(_sequence(labelled, labelled) == _sequence(operative, labelled))
    _compare_paragraphs(key, labelled, operative, figures)
    figures.rate("preamble").add(len(key["preamble"]) == len(read.get("preamble") or []))
    if not labelled:
        figures.rate("no false operative").add(not operative)
    if key.get("adopted_on"):
        figures.rate("adoption date").add(key["adopted_on"] == read.get("adopted_on"))
    if key.get("symbol"):
        figures.rate("symbol").add(_unspaced(key["symbol"]) == _unspaced(read.get("symbol")))


def _sequence(paragraphs: list[dict[str, Any]], key: list[dict[str, Any]]) -> list[tuple[str | None, str]]:
    """Give the labels of the topmost paragraphs, with their parts where the key knows parts."""
    parts = any(paragraph.get("part") for paragraph in key)
    return [
        (paragraph.get("part") if parts else None, paragraph["label"])
        for paragraph in paragraphs
        if TOP.fullmatch(paragraph["label"] or "")
    ]


def _compare_paragraphs(
    key: Mapping[str, Any], labelled: list[dict[str, Any]], operative: list[dict[str, Any]], figures: Figures
) -> None:
    by_label: dict[tuple[str | None, str], dict[str, Any]] = {}
    for paragraph in operative:
        by_label.setdefault((paragraph.get("part"), paragraph["label"]), paragraph)
    hits = 0
    for paragraph in labelled:
        read = by_label.get((paragraph.get("part"), paragraph["label"]))
        hits += read is not None and agreement(paragraph, read["text"]) >= SAME
        if TOP.fullmatch(paragraph["label"]) and paragraph.get("phrase"):
            figures.rate("lead phrase").add(same_lead(paragraph["phrase"], _lead(read)))
    if key.get("whole"):
        figures.tally("paragraphs").add(hits, max(0, len(operative) - hits), len(labelled) - hits)


def _lead(paragraph: Mapping[str, Any] | None) -> str | None:
    clauses = paragraph["clauses"] if paragraph else []
    return clauses[0]["phrase"] if clauses else None


def _unspaced(symbol: str | None) -> str:
    return re.sub(r"\s", "", symbol or "")
