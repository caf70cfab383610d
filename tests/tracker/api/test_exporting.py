"""A resolution as a file, over the API."""

import pytest

from resolutions.models import Resolution
from resolutions.parsing import parse
from resolutions.readers import read
from tests.tracker.api.register import register

pytestmark = pytest.mark.django_db

ADDRESS = "/api/v1/resolutions/E/RES/2020/1/export/"


@pytest.fixture
def reader(as_, viewer):
    register()
    return as_(viewer)


def test_a_stranger_gets_no_file(as_, stranger):
    register()
    assert as_(stranger).get(ADDRESS).status_code == 403


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("?as=pdf", 400, "Give one of: akn, md, docx."),
        ("?form=akn", 400, "form"),
        ("?language=fr", 404, "“fr”"),
    ],
)
def test_what_cannot_be_given_is_refused_as_a_problem(reader, query, status, says):
    answer = reader.get(ADDRESS + query)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert says in answer.content.decode()


def test_a_resolution_that_is_not_there_is_not_found(reader):
    assert reader.get("/api/v1/resolutions/E/RES/1999/99/export/").status_code == 404


@pytest.mark.parametrize(
    ("query", "name"), [("", "xml"), ("?as=akn", "xml"), ("?as=md", "md"), ("?as=docx", "docx")]
)
def test_the_file_reads_back_to_the_resolution(reader, query, name):
    answer = reader.get(ADDRESS + query)
    assert answer["Content-Disposition"] == f'attachment; filename="E-RES-2020-1.{name}"'
    (again,) = parse(read(answer.content, f"export.{name}"))
    texts = Resolution.objects.get(symbol="E/RES/2020/1").versions.get().paragraph_texts
    assert [p.text for p in again.operative] == list(
        texts.filter(paragraph__kind="operative").values_list("text", flat=True)
    )
