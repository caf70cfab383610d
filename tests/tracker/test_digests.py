"""Digests: one mail for each person and period, whatever happens while it is sent."""

import datetime as dt
import email
import os
import signal
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from tests.builders import asks, paragraph, reading, tracked
from tests.conftest import TODAY, person, speaks_for
from tests.together import database_url
from tests.tracker.test_reminders import PAST, SOON, done, reassigned, register
from tracker import digests, notices, reminders, roles, schedule
from tracker.models import Digest, FocalPoint, Frequency, Notice, NoticePreference, Occurrence

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

# 1 March 2021 is a Monday; the mails of a day are written at six.
NOON = dt.datetime(2021, 3, 1, 12, tzinfo=dt.UTC)
FRIDAY = dt.datetime(2021, 2, 26, 6, tzinfo=dt.UTC)
NEXT_MORNING = dt.datetime(2021, 3, 2, 6, tzinfo=dt.UTC)


def tell() -> None:
    reminders.tell_due(at=timezone.now())


def send_all() -> int:
    return sum(digests.send(digest_id) for digest_id in digests.waiting())


def told_and_written() -> None:
    """Tell what is due at noon, and write the mail of the next morning."""
    tell()
    digests.write(at=NEXT_MORNING)


@pytest.mark.parametrize("change", [{"email": ""}, {"is_active": False}], ids=["no e-mail", "account closed"])
def test_a_person_who_cannot_be_reached_gets_no_mail(change, secretariat):
    register()
    tell()
    User.objects.filter(pk=secretariat.pk).update(**change)
    assert digests.write(at=NEXT_MORNING) == 0


def test_nothing_new_is_no_mail(secretariat):
    register(due=None)
    told_and_written()
    assert not Digest.objects.exists()


def test_one_digest_tells_all_that_is_overdue_and_due_soon(secretariat):
    tracked(reading("E/RES/2020/1", paragraph("1", asks(due=SOON)), paragraph("2", asks(due=PAST))))
    told_and_written()
    assert send_all() == 1
    (message,) = mail.outbox
    assert message.to == ["secretariat@example.org"]
    assert message.subject == "Obligations: 1 overdue, 1 due soon"
    assert (
        "E/RES/2020/1#op2.1, asked of Secretary-General\n"
        "  “Requests the Secretary-General to report”\n"
        "  Was due 17 February 2021\n"
    ) in message.body
    assert "  Due 11 March 2021\n" in message.body


def test_the_words_of_the_text_stand_in_a_digest_as_they_are(secretariat):
    words = 'Requests the Secretary-General to report on Member States\' "needs" & plans'
    tracked(reading("E/RES/2020/1", paragraph("1", asks(words, due=SOON))))
    told_and_written()
    send_all()
    assert f"“{words}”" in mail.outbox[0].body


def test_the_links_of_a_digest_lead_to_the_items(secretariat, settings):
    settings.SITE_URL = "https://follow-up.example.org"
    occurrence = register()
    told_and_written()
    send_all()
    body = mail.outbox[0].body
    assert f"https://follow-up.example.org{occurrence.assignment.item.get_absolute_url()}\n" in body
    assert "https://follow-up.example.org/my-work/" in body
    assert "&" not in body


def test_a_digest_can_be_stopped_from_the_mail_program(secretariat, settings):
    settings.SITE_URL = "https://follow-up.example.org"
    register()
    told_and_written()
    send_all()
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe"].startswith("<https://follow-up.example.org/unsubscribe/")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].strip("<>") in mail.outbox[0].body


# --- When ---------------------------------------------------------------------------------------------


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2021, 3, day, hour, minute, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("frequency", "weekday", "now", "name", "until"),
    [
        pytest.param("daily", 0, at(2, 6), "2021-03-02", at(2, 6), id="at six in the morning"),
        pytest.param("daily", 0, at(2, 5, 59), "2021-03-01", at(1, 6), id="before six it is yesterday's"),
        pytest.param("daily", 0, at(2, 23), "2021-03-02", at(2, 6), id="late, after the scheduler was away"),
        pytest.param("weekly", 0, at(1, 6), "2021-W09", at(1, 6), id="on the chosen Monday"),
        pytest.param("weekly", 0, at(7, 23), "2021-W09", at(1, 6), id="all week long until the next Monday"),
        pytest.param(
            "weekly", 4, at(4, 12), "2021-W08", dt.datetime(2021, 2, 26, 6, tzinfo=dt.UTC), id="Fri"
        ),
        pytest.param("immediate", 0, at(1, 12, 34), "2021-03-01T1234", at(1, 12, 34), id="at once"),
    ],
)
def test_a_period_has_a_name_and_takes_what_came_until_its_beginning(frequency, weekday, now, name, until):
    period = digests.period_of(NoticePreference(frequency=frequency, weekday=weekday), now)
    assert period is not None
    assert (period.name, period.until) == (name, until)


def test_who_wants_no_mail_has_no_period():
    assert digests.period_of(NoticePreference(frequency=Frequency.OFF), NOON) is None


def test_the_day_of_the_mail_is_that_of_the_installation(settings):
    settings.TIME_ZONE = "America/New_York"
    with timezone.override("America/New_York"):
        period = digests.period_of(NoticePreference(frequency="daily"), at(2, 10, 59))
    assert period is not None
    assert (period.name, period.until) == ("2021-03-01", at(1, 11))


@pytest.mark.parametrize(
    ("frequency", "sent_at"),
    [
        ("immediate", [at(1, 12, 1), at(2, 12, 1)]),
        ("daily", [at(2, 6), at(3, 6)]),
        ("weekly", [at(8, 6)]),
        ("off", []),
    ],
)
def test_mail_comes_as_often_as_the_person_wants(frequency, sent_at, secretariat):
    notices.prefer(by=secretariat, frequency=frequency)
    register(due=SOON)
    came = []
    for moment in (at(1, 12), at(1, 12, 1), at(1, 13), at(2, 6), at(2, 12, 1), at(3, 6), at(8, 6)):
        with time_machine.travel(moment, tick=False):
            if moment == at(1, 12):
                tell()
            if moment == at(2, 12, 1):
                occurrence = Occurrence.objects.get()
                schedule.set_due(occurrence=occurrence, due_to=PAST, by=manager_(), why="Misread.")
                tell()
            if moment != at(1, 12) and digests.write(at=moment):
                came.append(moment)
    assert came == sent_at


def manager_() -> User:
    return person("a_manager", roles.MANAGER)


def test_a_second_run_in_the_same_period_adds_nothing(secretariat):
    register()
    tell()
    assert (digests.write(at=NEXT_MORNING), digests.write(at=NEXT_MORNING)) == (1, 0)
    assert (send_all(), send_all()) == (1, 0)
    assert len(mail.outbox) == 1


def test_what_comes_after_the_mail_of_the_day_waits_for_the_next(secretariat):
    register()
    told_and_written()
    tracked(reading("E/RES/2020/2", paragraph("1", asks("Requests the Secretary-General to help", due=SOON))))
    with time_machine.travel(NEXT_MORNING, tick=False):
        tell()
        assert digests.write(at=at(2, 7)) == 0
    assert digests.write(at=at(3, 6)) == 1


# --- What is no longer true is not mailed -------------------------------------------------------------


@pytest.mark.parametrize("end", [done, reassigned])
def test_what_was_settled_since_is_not_mailed(end, secretariat, manager):
    occurrence = register(due=PAST)
    tell()
    end(occurrence, manager)
    assert digests.write(at=NEXT_MORNING) == 0
    assert Notice.objects.get().to_mail is False


def test_a_due_date_that_moved_since_is_not_mailed(secretariat, manager):
    occurrence = register(due=PAST)
    tell()
    far = TODAY + dt.timedelta(days=300)
    schedule.set_due(occurrence=occurrence, due_to=far, by=manager, why="Extended.")
    assert digests.write(at=NEXT_MORNING) == 0


def test_whoever_may_no_longer_see_it_gets_no_mail_of_it(secretariat):
    register(due=PAST)
    tell()
    FocalPoint.objects.update(valid_until=TODAY - dt.timedelta(days=1))
    assert digests.write(at=NEXT_MORNING) == 0


def test_what_piled_up_while_no_mail_was_wanted_is_not_mailed_afterwards(secretariat):
    register()
    tell()
    notices.prefer(by=secretariat, frequency="off")
    notices.prefer(by=secretariat, frequency="daily")
    assert digests.write(at=NEXT_MORNING) == 0
    assert notices.unread_by(secretariat, on=TODAY).count() == 1


# --- Sending ------------------------------------------------------------------------------------------

TEN_MINUTES_LATER = dt.datetime(2021, 3, 1, 12, 10, 1, tzinfo=dt.UTC)


def test_a_digest_that_another_worker_sends_is_left_to_it(secretariat):
    register()
    told_and_written()
    Digest.objects.update(claimed_at=timezone.now())
    assert (digests.waiting(), digests.send(Digest.objects.get().pk)) == ([], False)
    assert mail.outbox == []


def test_a_mail_server_that_refuses_leaves_the_digest_to_a_later_attempt(secretariat, settings):
    register()
    told_and_written()
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    with pytest.raises(ConnectionRefusedError):
        send_all()
    assert Digest.objects.get().sent_at is None
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(TEN_MINUTES_LATER, tick=False):
        assert send_all() == 1


@dataclass
class Taken:
    """What a mail server took, and which process it kills once it has the next mail."""

    messages: list[str] = field(default_factory=list)
    kill: int | None = None


class TakesMail(socketserver.StreamRequestHandler):
    """A mail server that keeps what it is given, and can end its client before it answers."""

    def handle(self) -> None:
        self.say("220 ready")
        for line in iter(self.rfile.readline, b""):
            word = line[:4].upper()
            if word == b"DATA":
                self.say("354 go on")
                self.take()
            self.say("221 bye" if word == b"QUIT" else "250 ok")

    def take(self) -> None:
        taken: Taken = self.server.taken  # type: ignore[attr-defined]
        taken.messages.append("".join(line.decode() for line in iter(self.rfile.readline, b".\r\n")))
        if taken.kill:
            os.kill(taken.kill, signal.SIGKILL)

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def mail_server() -> Iterator[tuple[str, Taken]]:
    """Give the address of a mail server, and what it took."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), TakesMail) as server:
        server.daemon_threads, server.taken = True, Taken()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"smtp://127.0.0.1:{server.server_address[1]}", server.taken  # type: ignore[attr-defined]
        server.shutdown()


def sender(digest_id: int, address: str) -> "subprocess.Popen[bytes]":
    """Start a process that waits for a line and then sends a digest."""
    code = (
        "import sys, django; django.setup(); from tracker import digests; "
        f"sys.stdin.readline(); sys.exit(0 if digests.send({digest_id}) else 3)"
    )
    told = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
        "EMAIL_URL": address,
    }
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=told, stdin=subprocess.PIPE)


@pytest.mark.usefixtures("committed_db")
def test_a_worker_killed_between_sending_and_noting_it_leaves_a_copy_that_is_known_for_one(mail_server):
    address, taken = mail_server
    speaks_for(person("secretariat", roles.FOCAL_POINT), "Secretary-General")
    register()
    told_and_written()
    digest = Digest.objects.get()

    first = sender(digest.pk, address)
    taken.kill = first.pid
    first.communicate(b"go\n", timeout=60)
    assert (first.returncode, len(taken.messages)) == (-signal.SIGKILL, 1)
    digest.refresh_from_db()
    assert digest.sent_at is None

    taken.kill = None
    Digest.objects.update(claimed_at=dt.datetime(2021, 3, 1, tzinfo=dt.UTC))
    second, third = sender(digest.pk, address), sender(digest.pk, address)
    second.communicate(b"go\n", timeout=60)
    third.communicate(b"go\n", timeout=60)
    assert (second.returncode, third.returncode) == (0, 3)
    ids = [email.message_from_string(message)["Message-ID"] for message in taken.messages]
    assert ids == [f"<digest-{digest.user_id}-2021-03-02@localhost>"] * 2
