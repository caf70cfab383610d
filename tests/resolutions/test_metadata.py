"""What a document says about itself, except where a person has spoken."""

import datetime as dt

import pytest
from msgspec.structs import replace

from resolutions.corrections import correct_resolution
from resolutions.metadata import write_metadata
from resolutions.models import Organ, Resolution, Session
from tests.builders import ADOPTED, paragraph, reading, states

pytestmark = pytest.mark.django_db

DOCUMENT = reading("E/RES/2020/1", paragraph("1", states()))


@pytest.fixture
def resolution(db):
    resolution = Resolution.objects.create(symbol="E/RES/2020/1")
    write_metadata(resolution=resolution, document=DOCUMENT)
    resolution.refresh_from_db()
    return resolution


def test_what_the_reading_says_is_written(resolution):
    assert resolution.organ == Organ.objects.get(code="ECOSOC")
    assert (resolution.title, resolution.meeting, resolution.adopted_on) == (
        "Strengthening of cooperation in testing",
        "10th plenary meeting",
        ADOPTED,
    )


@pytest.mark.parametrize("silent", ["title", "meeting", "adopted_on", "organ"])
def test_about_what_a_reading_is_silent_the_register_keeps_what_it_knew(silent, resolution):
    before = getattr(resolution, silent)
    said_less = replace(DOCUMENT, **{silent: None})
    write_metadata(resolution=resolution, document=said_less)
    resolution.refresh_from_db()
    assert getattr(resolution, silent) == before


def test_what_a_person_set_stays_even_if_it_is_empty(resolution):
    correct_resolution(resolution=resolution, title="", adopted_on=dt.date(2020, 7, 21))
    write_metadata(resolution=resolution, document=DOCUMENT)
    resolution.refresh_from_db()
    assert (resolution.title, resolution.adopted_on) == ("", dt.date(2020, 7, 21))


def test_writing_the_same_again_writes_nothing(resolution):
    before = resolution.events.count()
    write_metadata(resolution=resolution, document=DOCUMENT)
    assert resolution.events.count() == before


def test_the_session_is_the_one_the_text_names(resolution):
    organ = Organ.objects.get(code="ECOSOC")
    named = Session.objects.create(
        organ=organ, label="special", opens=dt.date(2000, 1, 1), closes=dt.date(2000, 1, 2)
    )
    write_metadata(resolution=resolution, document=replace(DOCUMENT, session="special"))
    assert resolution.session == named


@pytest.mark.parametrize(
    ("day", "label"),
    [(dt.date(2020, 7, 1), "2020"), (dt.date(2020, 7, 31), "2020"), (dt.date(2020, 8, 1), None)],
    ids=["its first day", "its last day", "between sessions"],
)
def test_without_a_named_session_it_is_the_one_of_the_day_of_adoption(day, label, db):
    organ = Organ.objects.create(code="MOOT", name="Moot Court")
    for year in (2020, 2021):
        Session.objects.create(
            organ=organ, label=str(year), opens=dt.date(year, 7, 1), closes=dt.date(year, 7, 31)
        )
    resolution = Resolution.objects.create(symbol="X/1")
    write_metadata(resolution=resolution, document=replace(DOCUMENT, organ="MOOT", adopted_on=day))
    assert (resolution.session and resolution.session.label) == label


def test_an_organ_that_nobody_knows_is_left_out(db):
    resolution = Resolution.objects.create(symbol="X/1")
    write_metadata(resolution=resolution, document=replace(DOCUMENT, organ="Moot Court"))
    assert (resolution.organ, resolution.session) == (None, None)


def test_what_is_longer_than_any_meeting_s_name_is_cut_and_not_refused(resolution):
    write_metadata(resolution=resolution, document=replace(DOCUMENT, meeting="m" * 500))
    resolution.refresh_from_db()
    assert resolution.meeting == "m" * 200
