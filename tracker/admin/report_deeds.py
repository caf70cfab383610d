"""What is done to a follow-up report: submit, accept, send back, withdraw, open again."""

from django import forms

from tracker import permissions, reports
from tracker.admin.deeds import Deed, DeedForm
from tracker.models import FollowUpReport
from tracker.querysets import Person
from tracker.statuses import ReportState


class CommentForm(DeedForm):
    """What a reviewer may say."""

    comment = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 3}))


class MustCommentForm(DeedForm):
    """What a reviewer must say."""

    comment = forms.CharField(
        label="What is to be mended",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The author sees it.",
    )


class ReopenForm(DeedForm):
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
    do=lambda report, by, comment="": reports.accept(report=report, by=by, comment=comment),
    done="The report is accepted and the statuses it reports now stand.",
    offered=permissions.is_reviewer,
    possible=_may_review,
    form=CommentForm,
)
SEND_BACK = Deed(
    name="send-back",
    label="Send back",
    do=lambda report, by, comment: reports.send_back(report=report, by=by, comment=comment),
    done="The report is sent back to its author.",
    offered=permissions.is_reviewer,
    possible=_may_review,
    form=MustCommentForm,
)
WITHDRAW = Deed(
    name="withdraw",
    label="Withdraw",
    do=lambda report, by, comment="": reports.withdraw(report=report, by=by, comment=comment),
    done="The report is withdrawn.",
    offered=_writes,
    possible=permissions.may_withdraw_report,
    form=CommentForm,
)
REOPEN = Deed(
    name="reopen",
    label="Open again",
    do=lambda report, by, why: reports.reopen(report=report, by=by, why=why),
    done="The report is open again; what it had closed is in progress.",
    offered=permissions.is_reviewer,
    possible=_may_reopen,
    form=ReopenForm,
)
