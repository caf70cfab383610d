"""Hostile files: each is refused with a reason or read, at little cost, and nothing is fetched for it."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from resolutions.readers import UnreadableSource
from resolutions.sandbox import Reading
from tests.resolutions import hostile
from tests.resolutions.cheaply import cheaply, operative
from tests.resolutions.readers.docx.word import p, r, word

TEXT = "The General Assembly,\n\n1. Requests the Secretary-General to report;\n\n2. Decides to go on.\n"
BROKEN = {"too_large", "too_much_memory", "damaged"}  # whichever limit the engine of PDFs meets first
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
WHOLE = "".join(p(r(line)) for line in TEXT.split("\n\n"))


@pytest.mark.parametrize(
    ("make", "name", "codes"),
    [
        (hostile.zip_bomb, "bomb.docx", {"too_large"}),
        (hostile.zip_of_many_parts, "parts.docx", {"too_large"}),
        (hostile.nested_flate, "flate.pdf", {"too_large"}),
        (lambda: hostile.nested_flate(times=3), "flate3.pdf", {"too_large"}),
        (hostile.forms_in_forms, "forms.pdf", BROKEN | {"too_slow"}),  # time or memory ends first
        (lambda: b"x" * 50 * hostile.MEGABYTE, "line.txt", {"too_large"}),
        (lambda: b"# R\n\n" + b"x" * 50 * hostile.MEGABYTE, "line.md", {"too_large"}),
        (lambda: b"<p>" + b"x" * 19 * hostile.MEGABYTE, "line.html", {"too_deep"}),
        (lambda: word(p(r("x" * 50 * hostile.MEGABYTE))), "line.docx", {"too_large"}),
    ],
    ids=[
        "zip bomb",
        "many parts",
        "nested Flate",
        "Flate in Flate in Flate",
        "forms in forms",
        "line",
        "Markdown line",
        "HTML line",
        "Word line",
    ],
)
def test_what_would_grow_without_end_is_refused(make: Callable[[], bytes], name, codes):
    refusal = cheaply(make(), name)
    assert isinstance(refusal, UnreadableSource)
    assert refusal.code in codes
    assert len(refusal.message) > 40


@pytest.mark.parametrize(
    "data",
    [
        hostile.zip_bomb(0),
        hostile.nested_flate(1),
        hostile.nested_flate(1, times=3),
        hostile.forms_in_forms(2, 2),
    ],
    ids=["zip", "Flate", "Flate in Flate in Flate", "forms"],
)
def test_the_same_files_are_read_while_they_are_small(data):
    assert isinstance(cheaply(data, "small"), Reading)


def test_the_longest_line_that_is_taken_is_read():
    text = "The General Assembly,\n\n1. Requests " + "x" * 1_900_000 + "\n\n2. Decides to go on.\n"
    assert operative(cheaply(text.encode(), "line.txt"))[1] == "Decides to go on."


@pytest.mark.parametrize("name", hostile.billion_laughs())
def test_entities_that_multiply_are_not_expanded(name):
    read = cheaply(hostile.billion_laughs()[name], name)
    if isinstance(read, UnreadableSource):
        assert read.code == "unsafe"
        assert "entities" in read.message
    else:
        assert "lol" not in str(read)


class _Listener(BaseHTTPRequestHandler):
    """Counts whoever asks for anything."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_error(404)


@pytest.fixture
def address() -> Iterator[str]:
    """Listen on this machine; nobody must call."""
    server = HTTPServer(("127.0.0.1", 0), _Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    _Listener.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}/x"
    server.shutdown()
    thread.join()
    server.server_close()
    assert _Listener.asked == []


@pytest.mark.parametrize("name", hostile.outside_entities(""))
def test_nothing_is_fetched_from_elsewhere(name, address):
    read = cheaply(hostile.outside_entities(address)[name], name)
    if isinstance(read, UnreadableSource):
        assert read.code in {"unsafe", "unknown_format"}
    else:
        assert operative(read)[0].startswith("Requests")


@pytest.mark.parametrize("name", hostile.outside_entities(""))
def test_no_file_of_this_machine_gets_into_a_text(name, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("a pass phrase of somebody")
    read = cheaply(hostile.outside_entities(secret.as_uri())[name], name)
    assert "pass phrase" not in (read.message if isinstance(read, UnreadableSource) else str(read))


@pytest.mark.parametrize("name", hostile.endless_lists(10))
def test_a_list_of_ten_thousand_levels_is_read_or_refused(name):
    read = cheaply(hostile.endless_lists()[name], name)
    if isinstance(read, UnreadableSource):
        assert read.code in {"too_deep", "damaged"}
        assert len(read.message) > 40


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.replace("Requests", "\u202eRequests\u202c").encode(), "a.txt"),
        (("# R\n\n" + TEXT.replace("Requests", "*Requests* \u2067")).encode(), "a.md"),
        (("<html>" + PARAGRAPHS.replace("Requests", "Requests &#x202E;")).encode(), "a.html"),
        (word(WHOLE.replace("Requests", "Requests\u202e")), "a.docx"),
    ],
    ids=["text", "Markdown", "HTML", "Word"],
)
def test_turned_words_are_read_as_they_stand_and_told(data, name):
    read = cheaply(data, name)
    assert operative(read)[0].startswith("Requests the Secretary-General")
    assert isinstance(read, Reading)
    assert "turned_text" in [warning.code for warning in read.warnings]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.replace("the", "t\0he").encode(), "a.txt"),
        (TEXT.replace("the", "t\0he").encode("utf-16"), "b.txt"),
        (f"<html><p>{TEXT}\0".encode(), "a.html"),
        (f"<html><p>{TEXT}&#0;".encode(), "b.html"),
        (word(WHOLE.replace("the", "t\0he")), "a.docx"),
        (word(WHOLE.replace("the", "t&#0;he")), "b.docx"),
        (hostile.akn("", "\0"), "a.xml"),
    ],
)
def test_null_characters_never_come_in(data, name):
    read = cheaply(data, name)
    assert "\\x00" not in (read.message if isinstance(read, UnreadableSource) else repr(read))


@pytest.mark.parametrize(
    "part", [", and ", "(a) ", "_", "Requests the Secretary-General and ", "1. ", "; ", "“", "[^1]", "1/ "]
)
def test_a_long_row_of_anything_costs_no_more_than_its_length(part):
    text = "The General Assembly,\n\n1. Requests " + part * (200_000 // len(part))
    cheaply(text.encode(), "row.txt")


@pytest.mark.parametrize(
    ("part", "count", "name"),
    [
        ("1. Requests it;\n\n", 110_000, "numbered.txt"),
        ("1. Requests it;\n", 110_000, "wrapped.txt"),
        ("1. Requests it;\n", 8_100, "lines.txt"),
        ("1. Requests it;\n\n", 8_100, "paragraphs.txt"),
        ("a\n\n", 8_100, "unnumbered.txt"),
        ("• it\n\n", 250_000, "bullets.txt"),
        ("\f", 1_900_000, "pages.txt"),
        ("a\n\n", 190_000, "short.txt"),
        ("- it\n", 100_000, "list.md"),
        ("1. *Requests* it;\n\n", 60_000, "numbered.md"),
        ("![a](", 100_000, "pictures.md"),
        ("![", 250_000, "brackets.md"),
        ("*a_b", 120_000, "emphases.md"),
        ("<![CDATA[", 55_000, "mark-up.md"),
        ("<p>1. Requests it;</p>", 60_000, "numbered.html"),
    ],
)
def test_more_paragraphs_or_marks_than_any_text_has_are_refused_by_their_number(part, count, name):
    opening = (
        "<html><p>The General Assembly,</p>" if name.endswith("html") else "# R\n\nThe General Assembly,\n\n"
    )
    refusal = cheaply((opening + part * count).encode(), name)
    assert isinstance(refusal, UnreadableSource)
    assert refusal.code == "too_large"
    assert "at most" in refusal.message


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("63/1. T\n\nThe General Assembly,\n\n1. Requests it\n\n" * 6_000, "resolutions.txt"),
        ("The General Assembly,\n\n1. Requests " + "Committee on the Rights and " * 68_000, "names.txt"),
        ("The General Assembly,\n\n1. " + "Requests and urges and calls upon States, " * 45_000, "verbs.txt"),
        ("<!-- -->" * 400_000 + "<html><p>words", "comments.html"),
    ],
    ids=["resolutions", "names", "verbs", "comments"],
)
def test_what_stands_there_again_and_again_costs_no_more_than_its_length(text, name):
    cheaply(text.encode(), name)


def test_a_page_with_words_all_over_is_read_or_refused():
    cheaply(hostile.words_everywhere(), "scattered.pdf")


def test_a_paragraph_longer_than_any_is_kept_and_its_clauses_are_not_looked_for():
    read = cheaply(f"The General Assembly,\n\n1. Requests {'States, ' * 20_000}\n".encode(), "long.txt")
    assert isinstance(read, Reading)
    [paragraph] = read.documents[0].operative
    assert (len(paragraph.text) > 150_000, paragraph.clauses) == (True, ())
    [warning] = [said for said in read.documents[0].warnings if said.code == "long_paragraph"]
    assert (warning.eid, "clauses were not read" in warning.message) == ("op1", True)
