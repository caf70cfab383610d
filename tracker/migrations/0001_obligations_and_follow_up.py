import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("resolutions", "0001_documents_and_readings"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActionItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[("obligation", "Obligation"), ("none", "Not an obligation")], max_length=10
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "worked_on",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Somebody assigned, scheduled, reported or decided; no import takes it off the lists.",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "clause",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="action_item",
                        to="resolutions.clause",
                    ),
                ),
                (
                    "nature_set_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": [
                    "clause__paragraph__resolution",
                    "clause__paragraph__position",
                    "clause__number",
                ],
                "permissions": [
                    ("see_all_entities", "Can see the follow-up of every entity"),
                    ("decide_status", "Can change a status or a due date by a reasoned decision"),
                    ("assign_entity", "Can assign entities and withdraw assignments"),
                ],
                "indexes": [models.Index(fields=["nature", "status"], name="item_nature_status")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nature__in", ["obligation", "none"])), name="item_nature_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "partially_implemented",
                                    "implemented",
                                    "overtaken",
                                    "not_implemented",
                                    "no_action",
                                ],
                            )
                        ),
                        name="item_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nature", "obligation"), ("status", "no_action"), _connector="OR"
                        ),
                        name="item_without_obligation_needs_no_action",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="digests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-day"],
                "constraints": [
                    models.UniqueConstraint(fields=("user", "day"), name="digest_once_per_person_and_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="FocalPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="focal_points",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="focal_points",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["entity", "user"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("valid_until", None)),
                        fields=("user", "entity"),
                        name="focal_point_once_while_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until", None),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="focal_point_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportJob",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "replaces",
                    models.BooleanField(
                        default=False,
                        help_text="Take it as a new version even where its words differ much from those we hold.",
                        verbose_name="is a corrected text",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "Reading"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=8,
                    ),
                ),
                ("stage", models.CharField(blank=True, max_length=100)),
                ("progress", models.PositiveSmallIntegerField(default=0, help_text="Per cent.")),
                ("attempt", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("requested_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("summary", models.JSONField(blank=True, default=dict)),
                ("warnings", models.JSONField(blank=True, default=list)),
                ("error_code", models.CharField(blank=True, max_length=60)),
                ("error", models.TextField(blank=True)),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolutions",
                    models.ManyToManyField(blank=True, related_name="imports", to="resolutions.resolution"),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="resolutions.sourcefile",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "ordering": ["-requested_at"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", ["queued", "running"])),
                        fields=["claimed_at"],
                        name="import_unfinished",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["queued", "running", "done", "failed"])),
                        name="import_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("progress__lte", 100)), name="import_progress_up_to_100"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("error", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="import_failed_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_at", None), ("state__in", ["queued", "running"])),
                            models.Q(("finished_at__isnull", False), ("state__in", ["done", "failed"])),
                            _connector="OR",
                        ),
                        name="import_finished_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportingCycle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("period_from", models.DateField()),
                ("period_to", models.DateField()),
                ("due_on", models.DateField()),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "entities",
                    models.ManyToManyField(blank=True, related_name="cycles", to="resolutions.entity"),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-due_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_to__gte", models.F("period_from"))),
                        name="cycle_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("period_from"))),
                        name="cycle_due_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionItemEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "nature",
                    models.CharField(
                        choices=[("obligation", "Obligation"), ("none", "Not an obligation")], max_length=10
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "worked_on",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Somebody assigned, scheduled, reported or decided; no import takes it off the lists.",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "clause",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.clause",
                    ),
                ),
                (
                    "nature_set_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.actionitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead"), ("contributing", "Contributing")],
                        default="lead",
                        max_length=12,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("text", "Named in the text"), ("person", "Assigned by a person")],
                        default="text",
                        max_length=6,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="tracker.actionitem",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("item", "entity"), name="assignment_once_per_entity"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["lead", "contributing"])),
                        name="assignment_role_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source__in", ["text", "person"])), name="assignment_source_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_why", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="assignment_withdrawn_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FocalPointEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "entity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.focalpoint",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FollowUpReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period_from", models.DateField()),
                ("period_to", models.DateField()),
                ("action_taken", models.TextField()),
                ("results", models.TextField(blank=True)),
                ("challenges", models.TextField(blank=True)),
                ("next_steps", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("sent_back", "Sent back"),
                            ("accepted", "Accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf",
                    models.BooleanField(
                        default=False,
                        help_text="The author is not its focal point.",
                        verbose_name="on behalf of the entity",
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("reviewed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("review_comment", models.TextField(blank=True, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="tracker.reportingcycle",
                    ),
                ),
            ],
            options={
                "verbose_name": "follow-up report",
                "ordering": ["-created_at"],
                "permissions": [
                    ("submit_for_any_entity", "Can report on behalf of any entity"),
                    ("review_report", "Can accept reports and send them back"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_to__gte", models.F("period_from"))),
                        name="report_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["draft", "submitted", "sent_back", "accepted", "withdrawn"])
                        ),
                        name="report_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reviewed_by", None),
                            models.Q(("reviewed_by", models.F("author")), _negated=True),
                            _connector="OR",
                        ),
                        name="report_reviewer_is_not_its_author",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at", None), ("reviewed_by", None)),
                            models.Q(("reviewed_at__isnull", False), ("reviewed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_review_says_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "accepted"), _negated=True),
                            models.Q(("reviewed_by__isnull", False), ("submitted_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="report_accepted_was_submitted_and_reviewed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "sent_back"), _negated=True),
                            models.Q(("review_comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="report_sent_back_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportJobEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "replaces",
                    models.BooleanField(
                        default=False,
                        help_text="Take it as a new version even where its words differ much from those we hold.",
                        verbose_name="is a corrected text",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("running", "Reading"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="queued",
                        max_length=8,
                    ),
                ),
                ("stage", models.CharField(blank=True, max_length=100)),
                ("progress", models.PositiveSmallIntegerField(default=0, help_text="Per cent.")),
                ("attempt", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("requested_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("summary", models.JSONField(blank=True, default=dict)),
                ("warnings", models.JSONField(blank=True, default=list)),
                ("error_code", models.CharField(blank=True, max_length=60)),
                ("error", models.TextField(blank=True)),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.importjob",
                    ),
                ),
                (
                    "requested_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.sourcefile",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ItemRelation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supersedes", "Supersedes"),
                            ("extends", "Extends"),
                            ("renews", "Renews"),
                            ("merges", "Merges"),
                            ("replaces", "Replaces"),
                            ("repeats", "Repeats"),
                        ],
                        max_length=12,
                    ),
                ),
                ("in_part", models.BooleanField(default=False)),
                ("effective_on", models.DateField()),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations_to_later",
                        to="tracker.actionitem",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations_to_earlier",
                        to="tracker.actionitem",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stated_in",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="resolutions.paragraph",
                    ),
                ),
            ],
            options={
                "ordering": ["-effective_on"],
                "constraints": [
                    models.UniqueConstraint(fields=("later", "earlier", "kind"), name="relation_once"),
                    models.CheckConstraint(
                        condition=models.Q(("later", models.F("earlier")), _negated=True),
                        name="relation_not_to_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["supersedes", "extends", "renews", "merges", "replaces", "repeats"])
                        ),
                        name="relation_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportingCycleEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("period_from", models.DateField()),
                ("period_to", models.DateField()),
                ("due_on", models.DateField()),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.reportingcycle",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="AssignmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "Lead"), ("contributing", "Contributing")],
                        default="lead",
                        max_length=12,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("text", "Named in the text"), ("person", "Assigned by a person")],
                        default="text",
                        max_length=6,
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "entity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.actionitem",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.assignment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("file", "File"), ("document", "Document symbol"), ("link", "Link")],
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("speaks_for", models.DateField(verbose_name="date it speaks for")),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="file name")),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("size", models.PositiveIntegerField(blank=True, null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("content", models.BinaryField(blank=True, null=True)),
                ("symbol", models.CharField(blank=True, max_length=100, verbose_name="document symbol")),
                ("url", models.URLField(blank=True, max_length=1000, verbose_name="link")),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revises",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revised_by",
                        to="tracker.evidence",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="tracker.followupreport",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "evidence",
                "ordering": ["report", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("content__isnull", False),
                                ("kind", "file"),
                                ("sha256__regex", "^[0-9a-f]{64}$"),
                                ("symbol", ""),
                                ("url", ""),
                            ),
                            models.Q(
                                ("content", None),
                                ("kind", "document"),
                                ("url", ""),
                                models.Q(("symbol", ""), _negated=True),
                            ),
                            models.Q(
                                ("content", None),
                                ("kind", "link"),
                                ("symbol", ""),
                                models.Q(("url", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_one_of_file_symbol_link",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemRelationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supersedes", "Supersedes"),
                            ("extends", "Extends"),
                            ("renews", "Renews"),
                            ("merges", "Merges"),
                            ("replaces", "Replaces"),
                            ("repeats", "Repeats"),
                        ],
                        max_length=12,
                    ),
                ),
                ("in_part", models.BooleanField(default=False)),
                ("effective_on", models.DateField()),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "earlier",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.actionitem",
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.actionitem",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.itemrelation",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "stated_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.paragraph",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Occurrence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveSmallIntegerField(default=1)),
                ("is_current", models.BooleanField(default=True)),
                ("due_from", models.DateField(blank=True, null=True)),
                ("due_to", models.DateField(blank=True, null=True)),
                ("due_words", models.TextField(blank=True, verbose_name="due date in the text's words")),
                (
                    "due_source",
                    models.CharField(
                        choices=[
                            ("not_stated", "No due date stated"),
                            ("text", "Stated in the text"),
                            ("person", "Set by a person"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("due_estimated", models.BooleanField(default=False)),
                ("recurrence", models.CharField(blank=True, max_length=200)),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="When to look at it again where no due date is stated.",
                        null=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        default="not_started",
                        editable=False,
                        max_length=24,
                    ),
                ),
                ("percentage", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="What stands in the way: requires funding, awaits a decision …",
                        max_length=200,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="occurrences",
                        to="tracker.assignment",
                    ),
                ),
            ],
            options={
                "ordering": ["assignment", "sequence"],
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("due_to__isnull", False),
                            ("is_current", True),
                            ("status__in", ("not_started", "in_progress", "partially_implemented")),
                        ),
                        fields=["due_to"],
                        name="occurrence_open_by_due_day",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assignment", "sequence"), name="occurrence_sequence_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("assignment",),
                        name="occurrence_one_current",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_from", None),
                            ("due_to", None),
                            ("due_to__gte", models.F("due_from")),
                            _connector="OR",
                        ),
                        name="occurrence_due_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_source", "not_stated"), _negated=True),
                            models.Q(("due_from", None), ("due_to", None)),
                            _connector="OR",
                        ),
                        name="occurrence_without_stated_date_has_none",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_source__in", ["not_stated", "text", "person"])),
                        name="occurrence_due_source_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "partially_implemented",
                                    "implemented",
                                    "overtaken",
                                    "not_implemented",
                                    "no_action",
                                ],
                            )
                        ),
                        name="occurrence_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percentage", None), ("percentage__lte", 100), _connector="OR"),
                        name="occurrence_percentage_up_to_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUpReportEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("period_from", models.DateField()),
                ("period_to", models.DateField()),
                ("action_taken", models.TextField()),
                ("results", models.TextField(blank=True)),
                ("challenges", models.TextField(blank=True)),
                ("next_steps", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("sent_back", "Sent back"),
                            ("accepted", "Accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "on_behalf",
                    models.BooleanField(
                        default=False,
                        help_text="The author is not its focal point.",
                        verbose_name="on behalf of the entity",
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("reviewed_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("review_comment", models.TextField(blank=True, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "author",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.followupreport",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.reportingcycle",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("sent_back", "Sent back"),
                            ("accepted", "Accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("submitted", "Submitted"),
                            ("sent_back", "Sent back"),
                            ("accepted", "Accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                ("comment", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="tracker.followupreport",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="EvidenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("file", "File"), ("document", "Document symbol"), ("link", "Link")],
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("speaks_for", models.DateField(verbose_name="date it speaks for")),
                ("name", models.CharField(blank=True, max_length=255, verbose_name="file name")),
                ("media_type", models.CharField(blank=True, max_length=100)),
                ("size", models.PositiveIntegerField(blank=True, null=True)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("symbol", models.CharField(blank=True, max_length=100, verbose_name="document symbol")),
                ("url", models.URLField(blank=True, max_length=1000, verbose_name="link")),
                ("added_at", models.DateTimeField(auto_now_add=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.evidence",
                    ),
                ),
                (
                    "revises",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.evidence",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.followupreport",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MemberResponse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("named", models.BooleanField(default=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        default="not_started",
                        editable=False,
                        max_length=24,
                    ),
                ),
                ("percentage", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "occurrence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="responses",
                        to="tracker.occurrence",
                    ),
                ),
            ],
            options={
                "ordering": ["occurrence", "-named", "entity__name"],
                "constraints": [
                    models.UniqueConstraint(fields=("occurrence", "entity"), name="response_once_per_member"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "partially_implemented",
                                    "implemented",
                                    "overtaken",
                                    "not_implemented",
                                    "no_action",
                                ],
                            )
                        ),
                        name="response_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percentage", None), ("percentage__lte", 100), _connector="OR"),
                        name="response_percentage_up_to_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DueNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("due_soon", "Falls due soon"), ("overdue", "Overdue")], max_length=8
                    ),
                ),
                ("due_to", models.DateField()),
                (
                    "digest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="tracker.digest",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "occurrence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="tracker.occurrence",
                    ),
                ),
            ],
            options={
                "ordering": ["digest", "due_to"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "occurrence", "kind", "due_to"),
                        name="notice_once_per_person_and_due_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["due_soon", "overdue"])), name="notice_kind_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DueDateChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_due_from", models.DateField(blank=True, null=True)),
                ("from_due_to", models.DateField(blank=True, null=True)),
                ("to_due_from", models.DateField(blank=True, null=True)),
                ("to_due_to", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "occurrence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="due_date_changes",
                        to="tracker.occurrence",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="due_date_change_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OccurrenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("sequence", models.PositiveSmallIntegerField(default=1)),
                ("is_current", models.BooleanField(default=True)),
                ("due_from", models.DateField(blank=True, null=True)),
                ("due_to", models.DateField(blank=True, null=True)),
                ("due_words", models.TextField(blank=True, verbose_name="due date in the text's words")),
                (
                    "due_source",
                    models.CharField(
                        choices=[
                            ("not_stated", "No due date stated"),
                            ("text", "Stated in the text"),
                            ("person", "Set by a person"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("due_estimated", models.BooleanField(default=False)),
                ("recurrence", models.CharField(blank=True, max_length=200)),
                (
                    "review_on",
                    models.DateField(
                        blank=True,
                        help_text="When to look at it again where no due date is stated.",
                        null=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        default="not_started",
                        editable=False,
                        max_length=24,
                    ),
                ),
                ("percentage", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        help_text="What stands in the way: requires funding, awaits a decision …",
                        max_length=200,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "assignment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.assignment",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.occurrence",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "proposed_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        max_length=24,
                    ),
                ),
                ("percentage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("effective_on", models.DateField()),
                ("note", models.TextField(blank=True)),
                (
                    "occurrence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="tracker.occurrence",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="tracker.followupreport",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "occurrence"), name="line_once_per_occurrence"),
                    models.CheckConstraint(
                        condition=models.Q(("percentage", None), ("percentage__lte", 100), _connector="OR"),
                        name="line_percentage_up_to_100",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "proposed_status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "partially_implemented",
                                    "implemented",
                                    "overtaken",
                                    "not_implemented",
                                    "no_action",
                                ],
                            )
                        ),
                        name="line_proposed_status_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberResponseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("named", models.BooleanField(default=False)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        default="not_started",
                        editable=False,
                        max_length=24,
                    ),
                ),
                ("percentage", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "entity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.memberresponse",
                    ),
                ),
                (
                    "occurrence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.occurrence",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportLineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "proposed_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        max_length=24,
                    ),
                ),
                ("percentage", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("effective_on", models.DateField()),
                ("note", models.TextField(blank=True)),
                (
                    "occurrence",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.occurrence",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="tracker.reportline",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="tracker.followupreport",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatusChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("intake", "Taken in from the text"),
                            ("report", "Accepted report"),
                            ("decision", "Reasoned decision"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "from_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("partially_implemented", "Partially implemented"),
                            ("implemented", "Implemented"),
                            ("overtaken", "Overtaken by events"),
                            ("not_implemented", "Not implemented (closed)"),
                            ("no_action", "No action required"),
                        ],
                        max_length=24,
                    ),
                ),
                ("effective_on", models.DateField()),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                ("why", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_changes",
                        to="tracker.reportline",
                    ),
                ),
                (
                    "occurrence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_changes",
                        to="tracker.occurrence",
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="status_changes",
                        to="tracker.memberresponse",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["occurrence", "response", "id"], name="status_change_latest")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ground", "intake"), ("line", None)),
                            models.Q(("by__isnull", False), ("ground", "report"), ("line__isnull", False)),
                            models.Q(
                                ("by__isnull", False),
                                ("ground", "decision"),
                                ("line", None),
                                models.Q(("why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="status_change_has_its_ground",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "to_status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "partially_implemented",
                                    "implemented",
                                    "overtaken",
                                    "not_implemented",
                                    "no_action",
                                ],
                            ),
                            models.Q(
                                ("from_status", ""),
                                (
                                    "from_status__in",
                                    [
                                        "not_started",
                                        "in_progress",
                                        "partially_implemented",
                                        "implemented",
                                        "overtaken",
                                        "not_implemented",
                                        "no_action",
                                    ],
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="status_change_between_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_status", models.F("to_status")), _negated=True),
                        name="status_change_changes_something",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_actionitemevent" ("clause_id", "created_at", "id", "nature", "nature_set_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "updated_at", "worked_on") SELECT new_values."clause_id", new_values."created_at", new_values."id", new_values."nature", new_values."nature_set_by_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."status", new_values."updated_at", new_values."worked_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3b3e03f7aa66cd15618f21e77c4d1f12d00f92f7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_10893",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_actionitemevent" ("clause_id", "created_at", "id", "nature", "nature_set_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "updated_at", "worked_on") SELECT new_values."clause_id", new_values."created_at", new_values."id", new_values."nature", new_values."nature_set_by_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."status", new_values."updated_at", new_values."worked_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="dd10a01994a6b5409e8c8b9c97bcab84daf7619b",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_59db8",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionitem",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_actionitemevent" ("clause_id", "created_at", "id", "nature", "nature_set_by_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "updated_at", "worked_on") SELECT old_values."clause_id", old_values."created_at", old_values."id", old_values."nature", old_values."nature_set_by_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."status", old_values."updated_at", old_values."worked_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="d46499c19e2c39cbf9ccafe7430647308c24ec9b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_19806",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_actionitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionitemevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1b776ea48f574be34af4048d3cf74d04eeb6d2bd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aa02b",
                    table="tracker_actionitemevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_assignmentevent" ("created_at", "entity_id", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source", "updated_at", "withdrawn_at", "withdrawn_why") SELECT new_values."created_at", new_values."entity_id", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."role", new_values."source", new_values."updated_at", new_values."withdrawn_at", new_values."withdrawn_why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fd0321031b85c71f809773462f77881693e2f3b8",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac9e9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_assignmentevent" ("created_at", "entity_id", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source", "updated_at", "withdrawn_at", "withdrawn_why") SELECT new_values."created_at", new_values."entity_id", new_values."id", new_values."item_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."role", new_values."source", new_values."updated_at", new_values."withdrawn_at", new_values."withdrawn_why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6d42c2648ed9fe5c790e37e78b9fae04b4d9bb33",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7decd",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_assignmentevent" ("created_at", "entity_id", "id", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "source", "updated_at", "withdrawn_at", "withdrawn_why") SELECT old_values."created_at", old_values."entity_id", old_values."id", old_values."item_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."role", old_values."source", old_values."updated_at", old_values."withdrawn_at", old_values."withdrawn_why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="2a82b626c7ea47cad186c6f900ba50cb80ded291",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_85529",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_assignment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="assignmentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="117e6d4b09d4a8ced1d6dd5d97c883ee8a7455b8",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9f8ac",
                    table="tracker_assignmentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focalpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_focalpointevent" ("entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "valid_from", "valid_until") SELECT new_values."entity_id", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."user_id", new_values."valid_from", new_values."valid_until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="77e1bfbbb7fc758464e85e4c477c03d5540060ae",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a8fbb",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_focalpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focalpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_focalpointevent" ("entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "valid_from", "valid_until") SELECT new_values."entity_id", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."user_id", new_values."valid_from", new_values."valid_until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="7a0027c8656bb5baffb844a6497c225d204c2285",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7c999",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_focalpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focalpoint",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_focalpointevent" ("entity_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "user_id", "valid_from", "valid_until") SELECT old_values."entity_id", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."user_id", old_values."valid_from", old_values."valid_until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="73a1ee7f15104d33d57ec643b4531286cb85ca89",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9fd3c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_focalpoint",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="focalpointevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7204f3e963e28da765c02c74a2290865f8498a8e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_49318",
                    table="tracker_focalpointevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c7c208e8a6ef9cb8b03d30502018858075779369",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1a98e",
                    table="tracker_evidenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_evidenceevent" ("added_at", "added_by_id", "id", "kind", "media_type", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "revises_id", "sha256", "size", "speaks_for", "symbol", "title", "url") SELECT new_values."added_at", new_values."added_by_id", new_values."id", new_values."kind", new_values."media_type", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."report_id", new_values."revises_id", new_values."sha256", new_values."size", new_values."speaks_for", new_values."symbol", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6e648327a1cd04e7155679ecc58b9b42a7018cf1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dffb7",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_evidenceevent" ("added_at", "added_by_id", "id", "kind", "media_type", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "revises_id", "sha256", "size", "speaks_for", "symbol", "title", "url") SELECT new_values."added_at", new_values."added_by_id", new_values."id", new_values."kind", new_values."media_type", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."report_id", new_values."revises_id", new_values."sha256", new_values."size", new_values."speaks_for", new_values."symbol", new_values."title", new_values."url" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."added_at" IS DISTINCT FROM (new_values."added_at") OR old_values."added_by_id" IS DISTINCT FROM (new_values."added_by_id") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."kind" IS DISTINCT FROM (new_values."kind") OR old_values."media_type" IS DISTINCT FROM (new_values."media_type") OR old_values."name" IS DISTINCT FROM (new_values."name") OR old_values."report_id" IS DISTINCT FROM (new_values."report_id") OR old_values."revises_id" IS DISTINCT FROM (new_values."revises_id") OR old_values."sha256" IS DISTINCT FROM (new_values."sha256") OR old_values."size" IS DISTINCT FROM (new_values."size") OR old_values."speaks_for" IS DISTINCT FROM (new_values."speaks_for") OR old_values."symbol" IS DISTINCT FROM (new_values."symbol") OR old_values."title" IS DISTINCT FROM (new_values."title") OR old_values."url" IS DISTINCT FROM (new_values."url")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="86404d53483eab23bafcf038a8596b22c507c68f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a3a5c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evidence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_evidenceevent" ("added_at", "added_by_id", "id", "kind", "media_type", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "revises_id", "sha256", "size", "speaks_for", "symbol", "title", "url") SELECT old_values."added_at", old_values."added_by_id", old_values."id", old_values."kind", old_values."media_type", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."report_id", old_values."revises_id", old_values."sha256", old_values."size", old_values."speaks_for", old_values."symbol", old_values."title", old_values."url" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fc281734c0a21cfe2637b45fe4bb1c2caf6e278d",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5c80c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_evidence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importjob",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_importjobevent" ("attempt", "claimed_at", "error", "error_code", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "replaces", "requested_at", "requested_by_id", "source_id", "stage", "state", "summary", "warnings") SELECT new_values."attempt", new_values."claimed_at", new_values."error", new_values."error_code", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."progress", new_values."replaces", new_values."requested_at", new_values."requested_by_id", new_values."source_id", new_values."stage", new_values."state", new_values."summary", new_values."warnings" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="4bc4715e803d2922bdd16ff16d9fea7b13df95e7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_17dfe",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_importjob",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importjob",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_importjobevent" ("attempt", "claimed_at", "error", "error_code", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "replaces", "requested_at", "requested_by_id", "source_id", "stage", "state", "summary", "warnings") SELECT new_values."attempt", new_values."claimed_at", new_values."error", new_values."error_code", new_values."finished_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."progress", new_values."replaces", new_values."requested_at", new_values."requested_by_id", new_values."source_id", new_values."stage", new_values."state", new_values."summary", new_values."warnings" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e1b6818d87200a835fad578bc14d3f25fbfccb55",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1b25",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_importjob",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importjob",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_importjobevent" ("attempt", "claimed_at", "error", "error_code", "finished_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "replaces", "requested_at", "requested_by_id", "source_id", "stage", "state", "summary", "warnings") SELECT old_values."attempt", old_values."claimed_at", old_values."error", old_values."error_code", old_values."finished_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."progress", old_values."replaces", old_values."requested_at", old_values."requested_by_id", old_values."source_id", old_values."stage", old_values."state", old_values."summary", old_values."warnings" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4446835b89720c7773ac6b380c7a7a3579247017",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9f750",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_importjob",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="importjobevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="80bc2eafa8617c7758972923cec673d2cc36cc91",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5cbea",
                    table="tracker_importjobevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_itemrelationevent" ("earlier_id", "effective_on", "id", "in_part", "kind", "later_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "stated_in_id") SELECT new_values."earlier_id", new_values."effective_on", new_values."id", new_values."in_part", new_values."kind", new_values."later_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."stated_in_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f37d54162795b55b3b7d05a626b8c5b6b430b87e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e2d69",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_itemrelation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_itemrelationevent" ("earlier_id", "effective_on", "id", "in_part", "kind", "later_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "stated_in_id") SELECT new_values."earlier_id", new_values."effective_on", new_values."id", new_values."in_part", new_values."kind", new_values."later_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."recorded_at", new_values."recorded_by_id", new_values."stated_in_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="814902e53a4a2eae0931bd31a10997ffd4338c39",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2be4b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_itemrelation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemrelation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_itemrelationevent" ("earlier_id", "effective_on", "id", "in_part", "kind", "later_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "stated_in_id") SELECT old_values."earlier_id", old_values."effective_on", old_values."id", old_values."in_part", old_values."kind", old_values."later_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."recorded_at", old_values."recorded_by_id", old_values."stated_in_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0ae463fcc1602d759aa87debc1280bdf65496b09",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_40570",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_itemrelation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemrelationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7f5c74b3963020b7dcc23360310c68770219913a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d57a1",
                    table="tracker_itemrelationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="occurrence",
            trigger=pgtrigger.compiler.Trigger(
                name="status_is_explained",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    declare="DECLARE held text; explained text;",
                    func="\n        SELECT status INTO held FROM tracker_occurrence WHERE id = NEW.id;\n        SELECT to_status INTO explained FROM tracker_statuschange\n            WHERE occurrence_id = NEW.id AND response_id IS NULL ORDER BY id DESC LIMIT 1;\n        IF held IS NOT NULL AND held IS DISTINCT FROM explained THEN\n            RAISE EXCEPTION 'status % of occurrence % has no status change that explains it', held, NEW.id\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'status_is_explained';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="8277d76f7ef13afaadf58d5f62a13add8e4ba115",
                    operation='INSERT OR UPDATE OF "status"',
                    pgid="pgtrigger_status_is_explained_9d4da",
                    table="tracker_occurrence",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="occurrence",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_occurrenceevent" ("assignment_id", "created_at", "due_estimated", "due_from", "due_source", "due_to", "due_words", "id", "is_current", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recurrence", "review_on", "sequence", "status", "updated_at", "version") SELECT new_values."assignment_id", new_values."created_at", new_values."due_estimated", new_values."due_from", new_values."due_source", new_values."due_to", new_values."due_words", new_values."id", new_values."is_current", new_values."percentage", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reason", new_values."recurrence", new_values."review_on", new_values."sequence", new_values."status", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b3ea62a2e56547d88285a774f844d7f167a2aa86",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ee89f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_occurrence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="occurrence",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_occurrenceevent" ("assignment_id", "created_at", "due_estimated", "due_from", "due_source", "due_to", "due_words", "id", "is_current", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recurrence", "review_on", "sequence", "status", "updated_at", "version") SELECT new_values."assignment_id", new_values."created_at", new_values."due_estimated", new_values."due_from", new_values."due_source", new_values."due_to", new_values."due_words", new_values."id", new_values."is_current", new_values."percentage", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reason", new_values."recurrence", new_values."review_on", new_values."sequence", new_values."status", new_values."updated_at", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bf8fd4cb4867503c42e0678b1a9aea2fe3e023b3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f6cf1",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_occurrence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="occurrence",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_occurrenceevent" ("assignment_id", "created_at", "due_estimated", "due_from", "due_source", "due_to", "due_words", "id", "is_current", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recurrence", "review_on", "sequence", "status", "updated_at", "version") SELECT old_values."assignment_id", old_values."created_at", old_values."due_estimated", old_values."due_from", old_values."due_source", old_values."due_to", old_values."due_words", old_values."id", old_values."is_current", old_values."percentage", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reason", old_values."recurrence", old_values."review_on", old_values."sequence", old_values."status", old_values."updated_at", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="871958969b8a56aa230e8425f4ed3f56c56fca5b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_be5a7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_occurrence",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberresponseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="906afae4e84b895c4a910313f71a0ef26f4b9a95",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3fb6d",
                    table="tracker_memberresponseevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberresponse",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_memberresponseevent" ("entity_id", "id", "named", "occurrence_id", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "version") SELECT new_values."entity_id", new_values."id", new_values."named", new_values."occurrence_id", new_values."percentage", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="47b16dcb6cf480447ce986e31250f4305e1b80be",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b005",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_memberresponse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberresponse",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_memberresponseevent" ("entity_id", "id", "named", "occurrence_id", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "version") SELECT new_values."entity_id", new_values."id", new_values."named", new_values."occurrence_id", new_values."percentage", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."status", new_values."version" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="d1ea443d45c28f431c5c771adc52a0b2378916f1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7159d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_memberresponse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="memberresponse",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_memberresponseevent" ("entity_id", "id", "named", "occurrence_id", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "version") SELECT old_values."entity_id", old_values."id", old_values."named", old_values."occurrence_id", old_values."percentage", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."status", old_values."version" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="7cbd9ba452d794cbceda9f0a475e4b724b1a28c6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_07fff",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_memberresponse",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="duedatechange",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_is_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="98e4e90408a50b8a1e3fc237fb097f18bba2dc50",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_decision_is_never_changed_b98b1",
                    table="tracker_duedatechange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="occurrenceevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="b1db43b25a22bf8688a8608fe19de0e79dbc0779",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_65b09",
                    table="tracker_occurrenceevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportingcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reportingcycleevent" ("closed_at", "due_on", "id", "name", "opened_at", "opened_by_id", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."closed_at", new_values."due_on", new_values."id", new_values."name", new_values."opened_at", new_values."opened_by_id", new_values."period_from", new_values."period_to", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0aac9f59f359a3d97df787f571152ba290e813f0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dce6d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_reportingcycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportingcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reportingcycleevent" ("closed_at", "due_on", "id", "name", "opened_at", "opened_by_id", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."closed_at", new_values."due_on", new_values."id", new_values."name", new_values."opened_at", new_values."opened_by_id", new_values."period_from", new_values."period_to", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a8ce6beb0efc0d4deabaf22ab7be9b08c14d876f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0539d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_reportingcycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportingcycle",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reportingcycleevent" ("closed_at", "due_on", "id", "name", "opened_at", "opened_by_id", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."closed_at", old_values."due_on", old_values."id", old_values."name", old_values."opened_at", old_values."opened_by_id", old_values."period_from", old_values."period_to", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="a03acbc510e7300ed05e5b78b22dc50e844ad4ed",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_4b48c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_reportingcycle",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreportevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="11da25db71619e4dde7be15050571d72f11ff96d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2cfc2",
                    table="tracker_followupreportevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_followupreportevent" ("action_taken", "author_id", "challenges", "created_at", "cycle_id", "entity_id", "id", "next_steps", "on_behalf", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results", "review_comment", "reviewed_at", "reviewed_by_id", "state", "submitted_at", "updated_at") SELECT new_values."action_taken", new_values."author_id", new_values."challenges", new_values."created_at", new_values."cycle_id", new_values."entity_id", new_values."id", new_values."next_steps", new_values."on_behalf", new_values."period_from", new_values."period_to", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."results", new_values."review_comment", new_values."reviewed_at", new_values."reviewed_by_id", new_values."state", new_values."submitted_at", new_values."updated_at" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="b773716d0f97ac22d30248cf3cbd53d35ffd1889",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f0b0d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_followupreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_followupreportevent" ("action_taken", "author_id", "challenges", "created_at", "cycle_id", "entity_id", "id", "next_steps", "on_behalf", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results", "review_comment", "reviewed_at", "reviewed_by_id", "state", "submitted_at", "updated_at") SELECT new_values."action_taken", new_values."author_id", new_values."challenges", new_values."created_at", new_values."cycle_id", new_values."entity_id", new_values."id", new_values."next_steps", new_values."on_behalf", new_values."period_from", new_values."period_to", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."results", new_values."review_comment", new_values."reviewed_at", new_values."reviewed_by_id", new_values."state", new_values."submitted_at", new_values."updated_at" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="49ab5c02a14d34aff41f8e54fca22b84a9d963bf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_867c9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_followupreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="followupreport",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_followupreportevent" ("action_taken", "author_id", "challenges", "created_at", "cycle_id", "entity_id", "id", "next_steps", "on_behalf", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "results", "review_comment", "reviewed_at", "reviewed_by_id", "state", "submitted_at", "updated_at") SELECT old_values."action_taken", old_values."author_id", old_values."challenges", old_values."created_at", old_values."cycle_id", old_values."entity_id", old_values."id", old_values."next_steps", old_values."on_behalf", old_values."period_from", old_values."period_to", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."results", old_values."review_comment", old_values."reviewed_at", old_values."reviewed_by_id", old_values."state", old_values."submitted_at", old_values."updated_at" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f427c705724170cc7492c8f9c5bd1df30ee64fd6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_24705",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_followupreport",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportingcycleevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3a365b8a68e6fd3f86d52810900ce66e3e5bb811",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1e0ef",
                    table="tracker_reportingcycleevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reportlineevent" ("effective_on", "id", "note", "occurrence_id", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_status", "report_id", "version_id") SELECT new_values."effective_on", new_values."id", new_values."note", new_values."occurrence_id", new_values."percentage", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proposed_status", new_values."report_id", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0f121d7f683384719f68d1459a12b1346e8b0aa2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9379b",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="tracker_reportline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reportlineevent" ("effective_on", "id", "note", "occurrence_id", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_status", "report_id", "version_id") SELECT new_values."effective_on", new_values."id", new_values."note", new_values."occurrence_id", new_values."percentage", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proposed_status", new_values."report_id", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c40a2a7a65a969e1f74b23c28528f03436f1e416",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b63ec",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="tracker_reportline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "tracker_reportlineevent" ("effective_on", "id", "note", "occurrence_id", "percentage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_status", "report_id", "version_id") SELECT old_values."effective_on", old_values."id", old_values."note", old_values."occurrence_id", old_values."percentage", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_status", old_values."report_id", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="1daebb1de37ed1a66c3086a8a1ff7ea689cc0635",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f3d0f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="tracker_reportline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportlineevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="c208c0405050c8304d14b3a47fee682981b7bb44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a04bc",
                    table="tracker_reportlineevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="reportstep",
            trigger=pgtrigger.compiler.Trigger(
                name="report_step_is_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="acd77195030cfae628788e747c4a91d3b002dfcf",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_report_step_is_never_changed_47fa7",
                    table="tracker_reportstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="statuschange",
            trigger=pgtrigger.compiler.Trigger(
                name="decision_is_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ba2d33b059e221af109bd710d44485111c1797b0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_decision_is_never_changed_15e9e",
                    table="tracker_statuschange",
                    when="BEFORE",
                ),
            ),
        ),
    ]
