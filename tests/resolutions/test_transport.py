"""Values go to JSON and come back the same; nothing else comes in."""

import datetime as dt
import json
from importlib.resources import files

import pytest
from msgspec import Struct

from resolutions.parsing import Document, parse
from resolutions.parsing.document import Relation
from resolutions.readers import Source, read
from resolutions.transport import NotPlain, from_plain, to_plain


class Thing(Struct, frozen=True):
    name: str
    on: dt.date | None
    pairs: tuple[tuple[str, int], ...]
    relation: Relation


THING = Thing("a", dt.date(2020, 7, 20), (("x", 1),), Relation.RECALLS)
PLAIN = {"name": "a", "on": "2020-07-20", "pairs": [["x", 1]], "relation": "recalls"}


def test_a_value_is_written_in_the_terms_of_json_and_comes_back():
    assert json.loads(json.dumps(to_plain(THING))) == PLAIN
    assert from_plain(Thing, PLAIN) == THING
    assert from_plain(Thing, PLAIN | {"on": None}).on is None


def test_a_whole_reading_comes_back_the_same():
    data = (files("resolutions") / "samples" / "ecosoc-2004-33.md").read_bytes()
    source = read(data, "a.md")
    documents = parse(source)
    assert from_plain(Source, json.loads(json.dumps(to_plain(source)))) == source
    assert from_plain(tuple[Document, ...], json.loads(json.dumps(to_plain(documents)))) == documents


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"name": 1}, id="another type"),
        pytest.param({"name": None}, id="nothing where something must be"),
        pytest.param({"on": "yesterday"}, id="no date"),
        pytest.param({"on": 5}, id="a number for a date"),
        pytest.param({"pairs": "xy"}, id="no list"),
        pytest.param({"pairs": [["x"]]}, id="a pair of one"),
        pytest.param({"pairs": [["x", True]]}, id="a truth for a number"),
        pytest.param({"relation": "loves"}, id="no such relation"),
    ],
)
def test_what_has_another_shape_is_refused(changed):
    with pytest.raises(NotPlain):
        from_plain(Thing, PLAIN | changed)


def test_a_field_more_is_left_out():
    assert from_plain(Thing, PLAIN | {"more": 1}) == THING


@pytest.mark.parametrize("data", [None, [], "x", {}])
def test_what_is_no_such_thing_at_all_is_refused(data):
    with pytest.raises(NotPlain):
        from_plain(Thing, data)
