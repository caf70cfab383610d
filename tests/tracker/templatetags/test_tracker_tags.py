"""The words every page shares."""

import pytest
from django.template import RequestContext

from tracker.statuses import Status
from tracker.templatetags.tracker_tags import also, bar, kind, navigation, shape, status


@pytest.mark.parametrize("value", Status.values)
def test_a_status_is_never_told_by_colour_alone(value):
    for told in (status(value), shape(value)):
        assert Status(value).label in told
        assert Status(value).shape in told


@pytest.mark.parametrize(
    ("number", "total", "width"),
    [(0, 8, "0"), (2, 8, "15"), (8, 8, "60"), (0, 0, "0")],
    ids=["none", "some", "all", "of nothing"],
)
def test_a_bar_is_as_long_as_the_share_it_shows(number, total, width):
    assert f'class="part" width="{width}"' in bar(number, total)


def test_the_type_of_an_entity_is_told_without_underscores():
    assert kind("intergovernmental_or_expert_body") == "intergovernmental or expert body"
    assert kind("ifi") == "international financial institution"


@pytest.mark.django_db
def test_the_menu_offers_each_reader_only_their_own_pages(viewer, clerk, rf):
    def offered(user):
        request = rf.get("/entities/")
        request.user = user
        return [link.word for link in also(RequestContext(request, {"user": user}))]

    assert {"Entities", "What I follow"} <= set(offered(viewer))
    assert set(offered(viewer)) < set(offered(clerk))


def test_the_page_we_are_on_is_marked(rf):
    links = navigation(
        RequestContext(rf.get("/resolutions/E/RES/2020/1/"), {"request": rf.get("/resolutions/x/")})
    )
    assert [link.word for link in links if link.here] == ["Resolutions"]
