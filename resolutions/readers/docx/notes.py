"""Footnotes and endnotes of a Word file: who calls which, and under what label.

Word numbers them by itself; the file holds only which note is called. All are given plain numbers here,
endnotes after footnotes, because two notes of one label could not be told apart.
"""

from lxml import etree

from resolutions.readers.docx.names import W

NOT_NOTES = ("separator", "continuationSeparator", "continuationNotice")


class Notes:
    """The notes of a document in the order of their calls.

    Args:
        footnotes, endnotes: the root elements of the two parts.
        footnote_calls: how many footnotes the document calls; endnotes are numbered from there.
    """

    def __init__(
        self,
        footnotes: etree._Element | None = None,
        endnotes: etree._Element | None = None,
        footnote_calls: int = 0,
    ) -> None:
        self._bodies = {"footnote": _by_id(footnotes, "footnote"), "endnote": _by_id(endnotes, "endnote")}
        self._next = {"footnote": 1, "endnote": footnote_calls + 1}
        self.called: list[tuple[str, etree._Element]] = []

    def call(self, reference: etree._Element) -> str:
        """Take a call in and give the label it prints, "" where the text itself holds the mark."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        body = self._bodies[kind].get(reference.get(f"{W}id", ""))
        if reference.get(f"{W}customMarkFollows") not in (None, "0", "false"):
            label = _mark_after(reference)
            if body is not None and label:
                self.called.append((label, body))
            return ""
        label = str(self._next[kind])
        self._next[kind] += 1
        if body is not None:
            self.called.append((label, body))
        return label


def _by_id(root: etree._Element | None, name: str) -> dict[str, etree._Element]:
    notes = [] if root is None else root.findall(f"{W}{name}")
    return {note.get(f"{W}id", ""): note for note in notes if note.get(f"{W}type") not in NOT_NOTES}


def _mark_after(reference: etree._Element) -> str:
    return "".join(after.text or "" for after in reference.itersiblings(f"{W}t")).strip()
