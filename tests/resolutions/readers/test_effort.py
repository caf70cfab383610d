"""How long reading a file may take."""

import signal
from collections.abc import Iterator

import pytest

from resolutions.readers.effort import A_PAGE, SECONDS_A_PAGE, earn

FAR = 1000.0  # seconds of CPU that no test takes


@pytest.fixture
def clock() -> Iterator[None]:
    """Let this process hurry, with all the time in the world; nobody else counts it."""
    signal.setitimer(signal.ITIMER_PROF, FAR)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)


@pytest.mark.parametrize(
    ("characters", "pages"),
    [(0, 0), (A_PAGE - 1, 0), (A_PAGE, 100), (100_000, 100)],
    ids=["empty", "nearly empty", "of print", "crowded"],
)
@pytest.mark.usefixtures("clock")
def test_a_page_of_print_earns_time_and_never_more_than_another(characters, pages):
    for _ in range(100):
        earn(characters)
    earned = signal.getitimer(signal.ITIMER_PROF)[0] - FAR
    assert -0.1 < earned - pages * SECONDS_A_PAGE < 1  # systems round each time up


def test_who_need_not_hurry_goes_on_without_a_clock():
    earn(A_PAGE)
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


@pytest.mark.usefixtures("clock")
def test_the_clock_of_a_profiler_is_left_alone():
    signal.setitimer(signal.ITIMER_PROF, FAR, FAR)
    for _ in range(100):
        earn(A_PAGE)
    assert signal.getitimer(signal.ITIMER_PROF)[0] == pytest.approx(FAR, abs=0.5)
