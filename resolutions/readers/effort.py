"""How long reading a file may take, by what it consists of; only what is made to do harm takes longer.

The parsers of PDFs and web pages are libraries that a small file can keep busy for minutes, with fonts or
attributes by the thousand. So the system ends the process that reads once its time is over; a PDF gets more
with every page of print that was read, so that a book is read to its end. What the other formats may hold is
limited part by part; they come nowhere near.
"""

import signal

SECONDS = 1.6  # of CPU; a long resolution takes a tenth
A_PAGE = 500  # characters; a full page of a resolution has 2,700
SECONDS_A_PAGE = 0.02  # reading one takes 0.004 to 0.01


def hurry() -> None:
    """Let the system end this process after `SECONDS` more of CPU."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)


def earn(characters: int) -> None:
    """Give a process that has to hurry more time for a page of so many characters, if it is one of print."""
    left, again = signal.getitimer(signal.ITIMER_PROF)
    if left and not again and characters >= A_PAGE:  # a clock that goes off again and again is a profiler's
        signal.setitimer(signal.ITIMER_PROF, left + SECONDS_A_PAGE)
