"""What is done to a follow-up report: submit, accept, send back, withdraw, open again."""

from typing import Any

from django import forms

from tracker import permissions, reports
from tracker.admin.deeds import Deed, DeedForm
from tracker.models import FollowUpReport
from tracker.querysets import Person
from tracker.statuses import ReportState


class StepForm(DeedForm):
    """A step that is taken only with the report as the person saw it; in bulk nothing says what they saw."""

    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, about: FollowUpReport | None = None, **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        if about is not None:
            self.initial["seen"] = about.updated_at.isoformat()


class CommentForm(StepForm):
    """What a reviewer may say."""

    comment = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))


class MustCommentForm(StepForm):
    """What a reviewer must say."""

    comment = forms.CharField(
        label="What is to be mended",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The author sees it.",
    )


class ReopenForm(StepForm):
    """Why an accepted report is opened again."""

    why = forms.CharField(label="Reason", widget=forms.Textarea(attrs={"rows": 3}))


def _writes(user: Person) -> bool:
    return user.has_perm("tracker.change_followupreport")


def _may_submit(user: Person, report: FollowUpReport) -> bool:
    return permissions.may_edit_report(user, report)


def _may_review(user: Person, report: FollowUpReport) -> bool:
    return report.state == ReportState.SUBMITTED and permissions.may_review(user, report)


def _may_reopen(user: Person, report: FollowUpReport) -> bool:
    return report.state == ReportState.ACCEPTED and permissions.may_review(user, report)


SUBMIT = Deed(
    name="submit",
    label="Submit for review",
    do=lambda report, by: reports.submit(report=report, by=by),
    done="The report is submitted.",
    offered=_writes,
    possible=_may_submit,
)
ACCEPT = Deed(
    name="accept",
    label="Accept",
    do=lambda report, **said: reports.accept(report=report, **said),
    done="The report is accepted and the statuses it reports now stand.",
    offered=permissions.is_reviewer,
    possible=_may_review,
    form=CommentForm,
)
SEND_BACK = Deed(
    name="send-back",
    label="Send back",
    do=lambda report, **said: reports.send_back(report=report, **said),
    done="The report is sent back to its author.",
    offered=permissions.is_reviewer,
    possible=_may_review,
    form=MustCommentForm,
)
WITHDRAW = Deed(
    name="withdraw",
    label="Withdraw",
    do=lambda report, **said: reports.withdraw(report=report, **said),
    done="The report is withdrawn.",
    offered=_writes,
    possible=permissions.may_withdraw_report,
    form=CommentForm,
)
REOPEN = Deed(
    name="reopen",
    label="Open again",
    do=lambda report, **said: reports.reopen(report=report, **said),
    done="The report is open again; what it had closed is in progress.",
    offered=permissions.is_reviewer,
    possible=_may_reopen,
    form=ReopenForm,
)
