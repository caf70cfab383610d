import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Organ",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("symbol_prefix", models.CharField(blank=True, max_length=20)),
                ("time_zone", models.CharField(default="America/New_York", max_length=50)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="SourceFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(max_length=255)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                ("uploaded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "uploaded_by",
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
                "ordering": ["-uploaded_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="source_sha256_form"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verb",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("lemma", models.CharField(max_length=60, unique=True)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("directive", "Directive"),
                            ("deciding", "Deciding"),
                            ("evaluative", "Evaluative"),
                            ("observing", "Observing"),
                            ("reinforcing", "Reinforcing"),
                        ],
                        max_length=20,
                    ),
                ),
                ("verb_class", models.CharField(blank=True, max_length=40, verbose_name="class")),
                (
                    "force_secretariat",
                    models.PositiveSmallIntegerField(default=0, verbose_name="force towards the Secretariat"),
                ),
                (
                    "force_states",
                    models.PositiveSmallIntegerField(default=0, verbose_name="force towards States"),
                ),
                (
                    "creates_action",
                    models.CharField(
                        choices=[("yes", "Yes"), ("conditional", "Depends on what follows"), ("no", "No")],
                        default="no",
                        max_length=12,
                    ),
                ),
            ],
            options={
                "ordering": ["lemma"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("force_secretariat__lte", 10), ("force_states__lte", 10)),
                        name="verb_force_up_to_ten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("type__in", ["directive", "deciding", "evaluative", "observing", "reinforcing"])
                        ),
                        name="verb_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("creates_action__in", ["yes", "conditional", "no"])),
                        name="verb_creates_action_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="Stable short name used in addresses.", max_length=200, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=500)),
                ("type", models.CharField(blank=True, max_length=40)),
                (
                    "is_group",
                    models.BooleanField(
                        default=False,
                        help_text="Stands for many, as “Member States” does; its members may answer each.",
                        verbose_name="group",
                    ),
                ),
                ("iso3", models.CharField(blank=True, max_length=3, verbose_name="ISO 3166 code")),
                ("provisional", models.BooleanField(default=False, verbose_name="to be placed")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="resolutions.entity",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entities",
                "ordering": ["name"],
                "indexes": [models.Index(models.F("name"), name="entity_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("merged_into", models.F("id")), _negated=True),
                        name="entity_not_merged_into_itself",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OrganEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("code", models.CharField(max_length=20)),
                ("name", models.CharField(max_length=200)),
                ("symbol_prefix", models.CharField(blank=True, max_length=20)),
                ("time_zone", models.CharField(default="America/New_York", max_length=50)),
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
                        to="resolutions.organ",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("opens", models.DateField()),
                ("closes", models.DateField()),
                ("estimated", models.BooleanField(default=True)),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="resolutions.organ",
                    ),
                ),
            ],
            options={
                "ordering": ["organ", "opens"],
                "constraints": [
                    models.UniqueConstraint(fields=("organ", "label"), name="session_label_once_per_organ"),
                    models.CheckConstraint(
                        condition=models.Q(("closes__gte", models.F("opens"))),
                        name="session_closes_after_it_opens",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerbEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("lemma", models.CharField(max_length=60)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("directive", "Directive"),
                            ("deciding", "Deciding"),
                            ("evaluative", "Evaluative"),
                            ("observing", "Observing"),
                            ("reinforcing", "Reinforcing"),
                        ],
                        max_length=20,
                    ),
                ),
                ("verb_class", models.CharField(blank=True, max_length=40, verbose_name="class")),
                (
                    "force_secretariat",
                    models.PositiveSmallIntegerField(default=0, verbose_name="force towards the Secretariat"),
                ),
                (
                    "force_states",
                    models.PositiveSmallIntegerField(default=0, verbose_name="force towards States"),
                ),
                (
                    "creates_action",
                    models.CharField(
                        choices=[("yes", "Yes"), ("conditional", "Depends on what follows"), ("no", "No")],
                        default="no",
                        max_length=12,
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
                        to="resolutions.verb",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntityEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                (
                    "key",
                    models.SlugField(
                        db_index=False, help_text="Stable short name used in addresses.", max_length=200
                    ),
                ),
                ("name", models.CharField(max_length=500)),
                ("type", models.CharField(blank=True, max_length=40)),
                (
                    "is_group",
                    models.BooleanField(
                        default=False,
                        help_text="Stands for many, as “Member States” does; its members may answer each.",
                        verbose_name="group",
                    ),
                ),
                ("iso3", models.CharField(blank=True, max_length=3, verbose_name="ISO 3166 code")),
                ("provisional", models.BooleanField(default=False, verbose_name="to be placed")),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
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
                        to="resolutions.entity",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntityMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships_held",
                        to="resolutions.entity",
                    ),
                ),
            ],
            options={
                "ordering": ["group", "member"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("group", "member", "valid_from"),
                        name="membership_once_per_beginning",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("group", models.F("member")), _negated=True),
                        name="membership_not_of_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EntityName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=500)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "Official name"),
                            ("acronym", "Acronym"),
                            ("alias", "Also called"),
                            ("former", "Former name"),
                        ],
                        max_length=10,
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="names",
                        to="resolutions.entity",
                    ),
                ),
            ],
            options={
                "ordering": ["entity", "kind", "name"],
                "indexes": [
                    models.Index(django.db.models.functions.text.Lower("name"), name="entity_name_folded")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("entity", "name", "kind"), name="entity_name_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_from__isnull", True),
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="entity_name_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["official", "acronym", "alias", "former"])),
                        name="entity_name_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("symbol", models.CharField(max_length=100, unique=True)),
                (
                    "symbol_is_provisional",
                    models.BooleanField(default=False, verbose_name="symbol to be set"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("resolution", "Resolution"),
                            ("decision", "Decision"),
                            ("presidential statement", "Presidential statement"),
                        ],
                        default="resolution",
                        max_length=30,
                    ),
                ),
                ("title", models.TextField(blank=True)),
                ("adopted_on", models.DateField(blank=True, db_index=True, null=True)),
                ("meeting", models.CharField(blank=True, max_length=200)),
                ("agenda_item", models.CharField(blank=True, max_length=500)),
                ("proponent", models.CharField(blank=True, max_length=500)),
                ("vote", models.TextField(blank=True)),
                ("chapter_vii", models.BooleanField(default=False, verbose_name="acting under Chapter VII")),
                (
                    "corrected_fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="Fields a person has set; no import overwrites them.",
                        size=None,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="resolutions.organ",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="resolutions.session",
                    ),
                ),
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("adopted_on"), descending=True, nulls_last=True),
                    "symbol",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("symbol", ""), _negated=True), name="resolution_has_a_symbol"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["resolution", "decision", "presidential statement"])
                        ),
                        name="resolution_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("label", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("opens", models.DateField()),
                ("closes", models.DateField()),
                ("estimated", models.BooleanField(default=True)),
                (
                    "organ",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.organ",
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
                        to="resolutions.session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntityMembershipEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("valid_from", models.DateField(blank=True, null=True)),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "member",
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
                        to="resolutions.entitymembership",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EntityNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=500)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "Official name"),
                            ("acronym", "Acronym"),
                            ("alias", "Also called"),
                            ("former", "Former name"),
                        ],
                        max_length=10,
                    ),
                ),
                ("valid_from", models.DateField(blank=True, null=True)),
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
                        to="resolutions.entityname",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Paragraph",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("eid", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[("preambular", "Preambular"), ("operative", "Operative")], max_length=12
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=100)),
                ("part", models.CharField(blank=True, max_length=20)),
                ("heading", models.TextField(blank=True)),
                ("position", models.PositiveIntegerField()),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="resolutions.paragraph",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paragraphs",
                        to="resolutions.resolution",
                    ),
                ),
            ],
            options={
                "ordering": ["resolution", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resolution", "eid"), name="paragraph_eid_once_per_resolution"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["preambular", "operative"])),
                        name="paragraph_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResolutionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("symbol", models.CharField(max_length=100)),
                (
                    "symbol_is_provisional",
                    models.BooleanField(default=False, verbose_name="symbol to be set"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("resolution", "Resolution"),
                            ("decision", "Decision"),
                            ("presidential statement", "Presidential statement"),
                        ],
                        default="resolution",
                        max_length=30,
                    ),
                ),
                ("title", models.TextField(blank=True)),
                ("adopted_on", models.DateField(blank=True, null=True)),
                ("meeting", models.CharField(blank=True, max_length=200)),
                ("agenda_item", models.CharField(blank=True, max_length=500)),
                ("proponent", models.CharField(blank=True, max_length=500)),
                ("vote", models.TextField(blank=True)),
                ("chapter_vii", models.BooleanField(default=False, verbose_name="acting under Chapter VII")),
                (
                    "corrected_fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="Fields a person has set; no import overwrites them.",
                        size=None,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "organ",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.organ",
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
                        to="resolutions.resolution",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TextVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part_of_file", models.PositiveSmallIntegerField(default=1)),
                ("language", models.CharField(default="en", max_length=5)),
                ("number", models.PositiveSmallIntegerField()),
                ("is_current", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="resolutions.resolution",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="resolutions.sourcefile",
                    ),
                ),
            ],
            options={
                "ordering": ["resolution", "language", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resolution", "language", "number"), name="version_number_once_per_language"
                    ),
                    models.UniqueConstraint(
                        fields=("resolution", "source", "part_of_file"), name="version_once_per_source"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_current", True)),
                        fields=("resolution", "language"),
                        name="version_one_current_per_language",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Annex",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="annexes",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "annexes",
                "ordering": ["version", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "position"), name="annex_position_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("symbol", models.CharField(db_index=True, max_length=100)),
                ("text", models.TextField(verbose_name="words")),
                ("pinpoint", models.TextField(blank=True)),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("recalls", "Recalls"),
                            ("reaffirms", "Reaffirms"),
                            ("takes note of", "Takes note of"),
                            ("welcomes", "Welcomes"),
                            ("endorses", "Endorses"),
                            ("implements", "Implements"),
                            ("amends", "Amends"),
                            ("extends", "Extends"),
                            ("supersedes", "Supersedes"),
                            ("related", "Refers to"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="resolutions.paragraph",
                    ),
                ),
                (
                    "cited",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="cited_by",
                        to="resolutions.resolution",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="citations",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "ordering": ["version", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "position"), name="citation_position_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "relation__in",
                                [
                                    "recalls",
                                    "reaffirms",
                                    "takes note of",
                                    "welcomes",
                                    "endorses",
                                    "implements",
                                    "amends",
                                    "extends",
                                    "supersedes",
                                    "related",
                                ],
                            )
                        ),
                        name="citation_relation_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Footnote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("resolved", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="footnotes",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "ordering": ["version", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "position"), name="footnote_position_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ParagraphEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("eid", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[("preambular", "Preambular"), ("operative", "Operative")], max_length=12
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=100)),
                ("part", models.CharField(blank=True, max_length=20)),
                ("heading", models.TextField(blank=True)),
                ("position", models.PositiveIntegerField()),
                (
                    "parent",
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
                        to="resolutions.paragraph",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.resolution",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ParagraphText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("phrase", models.TextField(blank=True, verbose_name="opening phrase")),
                ("text", models.TextField()),
                ("tail", models.TextField(blank=True)),
                (
                    "calls",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text='[{"label": "1", "at": 120}, …]',
                        verbose_name="footnote calls",
                    ),
                ),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "text", "tail", config="english"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="texts",
                        to="resolutions.paragraph",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="paragraph_texts",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "ordering": ["version", "paragraph__position"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="paragraph_text_search")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paragraph", "version"), name="paragraph_text_once_per_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ParseRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("parser", models.CharField(max_length=40)),
                ("warnings", models.JSONField(blank=True, default=list)),
                ("ran_at", models.DateTimeField(auto_now_add=True)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parse_runs",
                        to="resolutions.textversion",
                    ),
                ),
            ],
            options={
                "ordering": ["-ran_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "parser"), name="parse_run_once_per_parser_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TextVersionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("part_of_file", models.PositiveSmallIntegerField(default=1)),
                ("language", models.CharField(default="en", max_length=5)),
                ("number", models.PositiveSmallIntegerField()),
                ("is_current", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                        to="resolutions.textversion",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.resolution",
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
            name="Clause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("phrase", models.TextField()),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("directive", "Directive"),
                            ("deciding", "Deciding"),
                            ("evaluative", "Evaluative"),
                            ("observing", "Observing"),
                            ("reinforcing", "Reinforcing"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "asks",
                    models.BooleanField(
                        help_text="An obligation to follow up; otherwise it only states or judges.",
                        verbose_name="asks for something",
                    ),
                ),
                ("action", models.TextField(blank=True)),
                ("inherited", models.BooleanField(default=False)),
                ("reiterated", models.BooleanField(default=False)),
                ("reporting", models.BooleanField(default=False, verbose_name="asks for a report")),
                ("report_what", models.CharField(blank=True, max_length=200)),
                ("resources", models.TextField(blank=True, verbose_name="resource condition")),
                ("conditions", models.JSONField(blank=True, default=list)),
                ("force_secretariat", models.PositiveSmallIntegerField(default=0)),
                ("force_states", models.PositiveSmallIntegerField(default=0)),
                (
                    "doubts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        help_text="What made this reading; “person” for a person.", max_length=60
                    ),
                ),
                (
                    "vanished",
                    models.BooleanField(
                        default=False,
                        help_text="No longer found in the current text; kept because work may hang on it.",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("confirmed", "Confirmed"),
                            ("corrected", "Corrected"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "chapeau",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="list_items",
                        to="resolutions.clause",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports_received",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clauses",
                        to="resolutions.paragraph",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clauses",
                        to="resolutions.textversion",
                    ),
                ),
                (
                    "verb",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clauses",
                        to="resolutions.verb",
                    ),
                ),
            ],
            options={
                "ordering": ["paragraph__resolution", "paragraph__position", "number"],
                "permissions": [("review_clause", "Can confirm and correct readings")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("paragraph", "number"), name="clause_number_once_per_paragraph"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="clause_numbers_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end__gt", models.F("start"))), name="clause_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("type__in", ["directive", "deciding", "evaluative", "observing", "reinforcing"])
                        ),
                        name="clause_type_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("review_state", "suggested"), ("reviewed_at", None), ("reviewed_by", None)
                            ),
                            models.Q(
                                ("review_state__in", ["confirmed", "corrected"]),
                                ("reviewed_at__isnull", False),
                                ("reviewed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="clause_review_says_who_and_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ParagraphTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("phrase", models.TextField(blank=True, verbose_name="opening phrase")),
                ("text", models.TextField()),
                ("tail", models.TextField(blank=True)),
                (
                    "calls",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text='[{"label": "1", "at": 120}, …]',
                        verbose_name="footnote calls",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.paragraph",
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
                        to="resolutions.paragraphtext",
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
            name="ParseRunEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("parser", models.CharField(max_length=40)),
                ("warnings", models.JSONField(blank=True, default=list)),
                ("ran_at", models.DateTimeField(auto_now_add=True)),
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
                        to="resolutions.parserun",
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
            name="AnnexEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("title", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
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
                        to="resolutions.annex",
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
            name="CitationEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("symbol", models.CharField(max_length=100)),
                ("text", models.TextField(verbose_name="words")),
                ("pinpoint", models.TextField(blank=True)),
                (
                    "relation",
                    models.CharField(
                        choices=[
                            ("recalls", "Recalls"),
                            ("reaffirms", "Reaffirms"),
                            ("takes note of", "Takes note of"),
                            ("welcomes", "Welcomes"),
                            ("endorses", "Endorses"),
                            ("implements", "Implements"),
                            ("amends", "Amends"),
                            ("extends", "Extends"),
                            ("supersedes", "Supersedes"),
                            ("related", "Refers to"),
                        ],
                        max_length=20,
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
                        to="resolutions.citation",
                    ),
                ),
                (
                    "paragraph",
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
                (
                    "cited",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.resolution",
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
            name="ClauseAddressee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField(blank=True, verbose_name="words")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("addressee", "Asked"),
                            ("including", "Named among those asked"),
                            ("consulted", "To be consulted"),
                        ],
                        default="addressee",
                        max_length=10,
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addressees",
                        to="resolutions.clause",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_members",
                        to="resolutions.clauseaddressee",
                    ),
                ),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="named_in",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "offsets_in",
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
                "ordering": ["clause", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("clause", "entity", "role"), name="addressee_once_per_clause"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="addressee_offsets_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["addressee", "including", "consulted"])),
                        name="addressee_role_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClauseDeadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("governs", models.BooleanField(default=False)),
                ("text", models.TextField(verbose_name="words")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("session", "Session"),
                            ("date", "Date"),
                            ("relative", "Counted from an event"),
                            ("recurring", "Recurring"),
                        ],
                        max_length=10,
                    ),
                ),
                ("first_day", models.DateField(blank=True, null=True)),
                ("last_day", models.DateField(blank=True, null=True)),
                ("estimated", models.BooleanField(default=False)),
                ("recurrence", models.CharField(blank=True, max_length=200)),
                (
                    "expiry",
                    models.BooleanField(default=False, help_text="Ends a mandate; nothing is due then."),
                ),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="resolutions.clause",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="resolutions.session",
                    ),
                ),
            ],
            options={
                "ordering": ["clause", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("clause", "position"), name="deadline_position_once_per_clause"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("governs", True)),
                        fields=("clause",),
                        name="deadline_one_governs_a_clause",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("first_day", None),
                            ("last_day", None),
                            ("last_day__gte", models.F("first_day")),
                            _connector="OR",
                        ),
                        name="deadline_days_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["session", "date", "relative", "recurring"])),
                        name="deadline_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClauseSuggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reading", models.JSONField(help_text="Phrase, verb, what it asks of whom, and by when.")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("taken", models.BooleanField(blank=True, null=True)),
                (
                    "clause",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="resolutions.clause",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suggestions",
                        to="resolutions.parserun",
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at"],
                "constraints": [
                    models.UniqueConstraint(fields=("clause", "run"), name="suggestion_once_per_run"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("settled_by", None), ("taken", None)),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                                ("taken__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="suggestion_settled_says_who_when_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClauseEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("number", models.PositiveSmallIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("phrase", models.TextField()),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("directive", "Directive"),
                            ("deciding", "Deciding"),
                            ("evaluative", "Evaluative"),
                            ("observing", "Observing"),
                            ("reinforcing", "Reinforcing"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "asks",
                    models.BooleanField(
                        help_text="An obligation to follow up; otherwise it only states or judges.",
                        verbose_name="asks for something",
                    ),
                ),
                ("action", models.TextField(blank=True)),
                ("inherited", models.BooleanField(default=False)),
                ("reiterated", models.BooleanField(default=False)),
                ("reporting", models.BooleanField(default=False, verbose_name="asks for a report")),
                ("report_what", models.CharField(blank=True, max_length=200)),
                ("resources", models.TextField(blank=True, verbose_name="resource condition")),
                ("conditions", models.JSONField(blank=True, default=list)),
                ("force_secretariat", models.PositiveSmallIntegerField(default=0)),
                ("force_states", models.PositiveSmallIntegerField(default=0)),
                (
                    "doubts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        help_text="What made this reading; “person” for a person.", max_length=60
                    ),
                ),
                (
                    "vanished",
                    models.BooleanField(
                        default=False,
                        help_text="No longer found in the current text; kept because work may hang on it.",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("confirmed", "Confirmed"),
                            ("corrected", "Corrected"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "chapeau",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.clause",
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
                        to="resolutions.clause",
                    ),
                ),
                (
                    "reviewed_by",
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
                    "report_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.entity",
                    ),
                ),
                (
                    "paragraph",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.paragraph",
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
                (
                    "verb",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.verb",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FootnoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("label", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("resolved", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
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
                        to="resolutions.footnote",
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
            name="ClauseDeadlineEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("governs", models.BooleanField(default=False)),
                ("text", models.TextField(verbose_name="words")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("session", "Session"),
                            ("date", "Date"),
                            ("relative", "Counted from an event"),
                            ("recurring", "Recurring"),
                        ],
                        max_length=10,
                    ),
                ),
                ("first_day", models.DateField(blank=True, null=True)),
                ("last_day", models.DateField(blank=True, null=True)),
                ("estimated", models.BooleanField(default=False)),
                ("recurrence", models.CharField(blank=True, max_length=200)),
                (
                    "expiry",
                    models.BooleanField(default=False, help_text="Ends a mandate; nothing is due then."),
                ),
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
                        to="resolutions.clausedeadline",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.session",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClauseSuggestionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("reading", models.JSONField(help_text="Phrase, verb, what it asks of whom, and by when.")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("taken", models.BooleanField(blank=True, null=True)),
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
                        to="resolutions.clausesuggestion",
                    ),
                ),
                (
                    "settled_by",
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
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.parserun",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClauseAddresseeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField(blank=True, verbose_name="words")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("addressee", "Asked"),
                            ("including", "Named among those asked"),
                            ("consulted", "To be consulted"),
                        ],
                        default="addressee",
                        max_length=10,
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
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
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="resolutions.clauseaddressee",
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
                        to="resolutions.clauseaddressee",
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
                    "offsets_in",
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
        pgtrigger.migrations.AddTrigger(
            model_name="organ",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_organevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "symbol_prefix", "time_zone") SELECT new_values."code", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."symbol_prefix", new_values."time_zone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="761c212193d814fdae38d092b06a0121938c668f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3a1ae",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_organ",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organ",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_organevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "symbol_prefix", "time_zone") SELECT new_values."code", new_values."id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."symbol_prefix", new_values."time_zone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0c52c96647f0eb2c79ab257f50d6d9f490f157e8",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78559",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_organ",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organ",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_organevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "symbol_prefix", "time_zone") SELECT old_values."code", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."symbol_prefix", old_values."time_zone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="181d4f32c3d9b66f3b11079bded6ff1c473996fa",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_02e86",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_organ",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verb",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_verbevent" ("creates_action", "force_secretariat", "force_states", "id", "lemma", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "type", "verb_class") SELECT new_values."creates_action", new_values."force_secretariat", new_values."force_states", new_values."id", new_values."lemma", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."type", new_values."verb_class" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="38f10edb3dfffa5f72d61cec2d907875bbe81a5e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_66d0d",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_verb",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verb",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_verbevent" ("creates_action", "force_secretariat", "force_states", "id", "lemma", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "type", "verb_class") SELECT new_values."creates_action", new_values."force_secretariat", new_values."force_states", new_values."id", new_values."lemma", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."type", new_values."verb_class" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ceaa4927f955e85ea8e4c1a54e13a361a180fe88",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6dc39",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_verb",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verb",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_verbevent" ("creates_action", "force_secretariat", "force_states", "id", "lemma", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "type", "verb_class") SELECT old_values."creates_action", old_values."force_secretariat", old_values."force_states", old_values."id", old_values."lemma", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."type", old_values."verb_class" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="59f16420a7bd352fd639ba95e6a13b281744eecd",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_375c6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_verb",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entity",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entityevent" ("id", "is_group", "iso3", "key", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "type") SELECT new_values."id", new_values."is_group", new_values."iso3", new_values."key", new_values."merged_into_id", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."provisional", new_values."type" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="12cac4e05331a77c7f9c9c839006f3638e678481",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_92aaf",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_entity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entity",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entityevent" ("id", "is_group", "iso3", "key", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "type") SELECT new_values."id", new_values."is_group", new_values."iso3", new_values."key", new_values."merged_into_id", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."provisional", new_values."type" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="46e7588f303a4bd9428c039c6a942bb9f0d45272",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8c361",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_entity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entity",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entityevent" ("id", "is_group", "iso3", "key", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provisional", "type") SELECT old_values."id", old_values."is_group", old_values."iso3", old_values."key", old_values."merged_into_id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."provisional", old_values."type" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="9baabafcec8d33d902e6f70921284822c7c5bb06",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a7ed6",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_entity",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entityevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="379b536a73709f242427c03dab56cc283f51c51a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_35a51",
                    table="resolutions_entityevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entitymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entitymembershipevent" ("group_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") SELECT new_values."group_id", new_values."id", new_values."member_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."valid_from", new_values."valid_until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="30ce41b9953b05193b18aca52707e3399a2967b7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_64907",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_entitymembership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entitymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entitymembershipevent" ("group_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") SELECT new_values."group_id", new_values."id", new_values."member_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."valid_from", new_values."valid_until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ffa459887f06018dc31cff6fa2ae67bb85157aaf",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_92a5f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_entitymembership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entitymembership",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entitymembershipevent" ("group_id", "id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") SELECT old_values."group_id", old_values."id", old_values."member_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."valid_from", old_values."valid_until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ac95bdb527bee873932177e96fff6c640f22c9d2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3e407",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_entitymembership",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entitymembershipevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3189c2d0f4dc141446b7e002d1ddcce0a2e3058e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c12f7",
                    table="resolutions_entitymembershipevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entityname",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entitynameevent" ("entity_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") SELECT new_values."entity_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."valid_from", new_values."valid_until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="879a2c3e4306390bbbef3da1c57fb87e5beca9f1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1885e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_entityname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entityname",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entitynameevent" ("entity_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") SELECT new_values."entity_id", new_values."id", new_values."kind", new_values."name", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."valid_from", new_values."valid_until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="da90f8680d8469ca3b8b6d68dd1281e2cd94b270",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f6c0d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_entityname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entityname",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_entitynameevent" ("entity_id", "id", "kind", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid_from", "valid_until") SELECT old_values."entity_id", old_values."id", old_values."kind", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."valid_from", old_values."valid_until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="519346e51385b251fa9b8cc66bdf560046b5c91c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da278",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_entityname",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="entitynameevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="23bf2e01fc65ac4652f86f4d05a9a242bd695470",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6c2ed",
                    table="resolutions_entitynameevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8cc2f3ecc005366ceabd992024d9239d92504ea4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6be68",
                    table="resolutions_organevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clauseaddresseeevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="73204ecef40d8bdd1ec67ab905081a64bb38932a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ba770",
                    table="resolutions_clauseaddresseeevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clauseaddressee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clauseaddresseeevent" ("clause_id", "end", "entity_id", "group_id", "id", "offsets_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "start", "text") SELECT new_values."clause_id", new_values."end", new_values."entity_id", new_values."group_id", new_values."id", new_values."offsets_in_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."role", new_values."start", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fc7f73f4163fa883a21f6db0879cf821ac47b5ae",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5ee93",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_clauseaddressee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clauseaddressee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clauseaddresseeevent" ("clause_id", "end", "entity_id", "group_id", "id", "offsets_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "start", "text") SELECT new_values."clause_id", new_values."end", new_values."entity_id", new_values."group_id", new_values."id", new_values."offsets_in_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."role", new_values."start", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9e1f695aa8cf5cf69cd7c376f9b5296283483937",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dc7cf",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_clauseaddressee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clauseaddressee",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clauseaddresseeevent" ("clause_id", "end", "entity_id", "group_id", "id", "offsets_in_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role", "start", "text") SELECT old_values."clause_id", old_values."end", old_values."entity_id", old_values."group_id", old_values."id", old_values."offsets_in_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."role", old_values."start", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="815f0cdd5239956d36196c4c33fbcab60c49ab1e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8a725",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_clauseaddressee",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausesuggestionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d92a1129d305febdb8db558aad6e0f5d62135ebe",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6b2f6",
                    table="resolutions_clausesuggestionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausesuggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clausesuggestionevent" ("clause_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "run_id", "settled_at", "settled_by_id", "taken") SELECT new_values."clause_id", new_values."created_at", new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."reading", new_values."run_id", new_values."settled_at", new_values."settled_by_id", new_values."taken" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a372677f90c0809a2c45f74ddb13aa5bc443b3e1",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_36765",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_clausesuggestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausesuggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clausesuggestionevent" ("clause_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "run_id", "settled_at", "settled_by_id", "taken") SELECT new_values."clause_id", new_values."created_at", new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."reading", new_values."run_id", new_values."settled_at", new_values."settled_by_id", new_values."taken" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="315227af29d942a8f47b61e38595843a042b0454",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d6bc8",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_clausesuggestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausesuggestion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clausesuggestionevent" ("clause_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reading", "run_id", "settled_at", "settled_by_id", "taken") SELECT old_values."clause_id", old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reading", old_values."run_id", old_values."settled_at", old_values."settled_by_id", old_values."taken" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="bab1385fc8fcea18293a4c44cd4535a5cca5d7f4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e7c4d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_clausesuggestion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraphevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5327f8b2d622377cfb139d63ba050a6b0fde54db",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a6ea7",
                    table="resolutions_paragraphevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraph",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_paragraphevent" ("eid", "heading", "id", "kind", "label", "parent_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resolution_id") SELECT new_values."eid", new_values."heading", new_values."id", new_values."kind", new_values."label", new_values."parent_id", new_values."part", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."resolution_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="958824e81e4ed87b42ca21a2d4518490ed59c18c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f0bb5",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_paragraph",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraph",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_paragraphevent" ("eid", "heading", "id", "kind", "label", "parent_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resolution_id") SELECT new_values."eid", new_values."heading", new_values."id", new_values."kind", new_values."label", new_values."parent_id", new_values."part", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."resolution_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="83129ab63fbebad0b08c67a2915c09e77664ec68",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6b565",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_paragraph",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraph",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_paragraphevent" ("eid", "heading", "id", "kind", "label", "parent_id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resolution_id") SELECT old_values."eid", old_values."heading", old_values."id", old_values."kind", old_values."label", old_values."parent_id", old_values."part", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."resolution_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="14cdb2ae62714e15f858913554b8f7f8cb4217fb",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3ab8d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_paragraph",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_sessionevent" ("closes", "estimated", "id", "label", "number", "opens", "organ_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."closes", new_values."estimated", new_values."id", new_values."label", new_values."number", new_values."opens", new_values."organ_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="bae55ddb5b39b5f514dd7be093d122d54e56aef0",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_57ace",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_sessionevent" ("closes", "estimated", "id", "label", "number", "opens", "organ_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."closes", new_values."estimated", new_values."id", new_values."label", new_values."number", new_values."opens", new_values."organ_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fff6f02acb3e21e16eed779cac9962d2f57457c3",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ff49e",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="session",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_sessionevent" ("closes", "estimated", "id", "label", "number", "opens", "organ_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."closes", old_values."estimated", old_values."id", old_values."label", old_values."number", old_values."opens", old_values."organ_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="169297270907088f9cd39fd6ced5886d2ab2c9be",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_efb4e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_session",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="resolutionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dbbe0fe517ba63ce9389fd1bb2b28a8663a7d679",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4ee0e",
                    table="resolutions_resolutionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_resolutionevent" ("adopted_on", "agenda_item", "chapter_vii", "corrected_fields", "created_at", "id", "kind", "meeting", "organ_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proponent", "session_id", "symbol", "symbol_is_provisional", "title", "updated_at", "vote") SELECT new_values."adopted_on", new_values."agenda_item", new_values."chapter_vii", new_values."corrected_fields", new_values."created_at", new_values."id", new_values."kind", new_values."meeting", new_values."organ_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."proponent", new_values."session_id", new_values."symbol", new_values."symbol_is_provisional", new_values."title", new_values."updated_at", new_values."vote" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cd0ab60ad55159a556bc9f1431a6aa6edac118d7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a8cb",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_resolution",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_resolutionevent" ("adopted_on", "agenda_item", "chapter_vii", "corrected_fields", "created_at", "id", "kind", "meeting", "organ_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proponent", "session_id", "symbol", "symbol_is_provisional", "title", "updated_at", "vote") SELECT new_values."adopted_on", new_values."agenda_item", new_values."chapter_vii", new_values."corrected_fields", new_values."created_at", new_values."id", new_values."kind", new_values."meeting", new_values."organ_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."proponent", new_values."session_id", new_values."symbol", new_values."symbol_is_provisional", new_values."title", new_values."updated_at", new_values."vote" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="8a4f7888c686026e01fcd02bfe00b5d0d13c9266",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1cc55",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_resolution",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_resolutionevent" ("adopted_on", "agenda_item", "chapter_vii", "corrected_fields", "created_at", "id", "kind", "meeting", "organ_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proponent", "session_id", "symbol", "symbol_is_provisional", "title", "updated_at", "vote") SELECT old_values."adopted_on", old_values."agenda_item", old_values."chapter_vii", old_values."corrected_fields", old_values."created_at", old_values."id", old_values."kind", old_values."meeting", old_values."organ_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proponent", old_values."session_id", old_values."symbol", old_values."symbol_is_provisional", old_values."title", old_values."updated_at", old_values."vote" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="aa10564afce8ce4c549642210f1f8d8b463315e4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_68c39",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_resolution",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausedeadlineevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d11ea580853f96678d5ca3e70dc2e38b30c5f4a6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_def40",
                    table="resolutions_clausedeadlineevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausedeadline",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clausedeadlineevent" ("clause_id", "estimated", "expiry", "first_day", "governs", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recurrence", "session_id", "text") SELECT new_values."clause_id", new_values."estimated", new_values."expiry", new_values."first_day", new_values."governs", new_values."id", new_values."kind", new_values."last_day", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."recurrence", new_values."session_id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ec1dbd9afcfad60708fd741ff505c57e7b74e278",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0ef99",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_clausedeadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausedeadline",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clausedeadlineevent" ("clause_id", "estimated", "expiry", "first_day", "governs", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recurrence", "session_id", "text") SELECT new_values."clause_id", new_values."estimated", new_values."expiry", new_values."first_day", new_values."governs", new_values."id", new_values."kind", new_values."last_day", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."recurrence", new_values."session_id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cb7a34dbbe136226b39b3728b1f8139950c241d0",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d2035",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_clausedeadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clausedeadline",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clausedeadlineevent" ("clause_id", "estimated", "expiry", "first_day", "governs", "id", "kind", "last_day", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "recurrence", "session_id", "text") SELECT old_values."clause_id", old_values."estimated", old_values."expiry", old_values."first_day", old_values."governs", old_values."id", old_values."kind", old_values."last_day", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."recurrence", old_values."session_id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="03d3f934f1c61466c807846053c2e393a36b932c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_efe44",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_clausedeadline",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sessionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0f7a7aa08403080682e06426cf4427ef3eed890e",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_05885",
                    table="resolutions_sessionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="sourcefile",
            trigger=pgtrigger.compiler.Trigger(
                name="source_is_never_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="2d3692dae893e57cdcfe7f5330548fca533d467a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_source_is_never_changed_19eba",
                    table="resolutions_sourcefile",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="textversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_textversionevent" ("created_at", "id", "is_current", "language", "number", "part_of_file", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "source_id") SELECT new_values."created_at", new_values."id", new_values."is_current", new_values."language", new_values."number", new_values."part_of_file", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."resolution_id", new_values."source_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e621b3111d38f6deab4f5f682105adeb1d771bcc",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e66b9",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_textversion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="textversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_textversionevent" ("created_at", "id", "is_current", "language", "number", "part_of_file", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "source_id") SELECT new_values."created_at", new_values."id", new_values."is_current", new_values."language", new_values."number", new_values."part_of_file", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."resolution_id", new_values."source_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="23e2a291d33d54822d9cbb3afafc1753c8811ad4",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe380",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_textversion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="textversion",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_textversionevent" ("created_at", "id", "is_current", "language", "number", "part_of_file", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resolution_id", "source_id") SELECT old_values."created_at", old_values."id", old_values."is_current", old_values."language", old_values."number", old_values."part_of_file", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."resolution_id", old_values."source_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="833a4505f446cb79ecce7e5f1b23968dc6a58bc6",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3ae22",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_textversion",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parserunevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0815eb6807d653c7af9fdd3a1f357bf893a440f0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_d68cf",
                    table="resolutions_parserunevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parserun",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_parserunevent" ("id", "parser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ran_at", "version_id", "warnings") SELECT new_values."id", new_values."parser", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."ran_at", new_values."version_id", new_values."warnings" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5335096914b3c00302b4ceecd8bac8e47012793a",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6ea71",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_parserun",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parserun",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_parserunevent" ("id", "parser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ran_at", "version_id", "warnings") SELECT new_values."id", new_values."parser", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."ran_at", new_values."version_id", new_values."warnings" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fb39f55b5068bd5d4ecb374159d9cc57efcc15ea",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c964",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_parserun",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="parserun",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_parserunevent" ("id", "parser", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ran_at", "version_id", "warnings") SELECT old_values."id", old_values."parser", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."ran_at", old_values."version_id", old_values."warnings" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="5457b30273bb46d74ca982979cffe98f2294cb99",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a42e5",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_parserun",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraphtextevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="58eb6fa8a6787d23471ef8736b3a43bb2f523b2b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_b8ced",
                    table="resolutions_paragraphtextevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraphtext",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_paragraphtextevent" ("calls", "id", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "tail", "text", "version_id") SELECT new_values."calls", new_values."id", new_values."paragraph_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phrase", new_values."tail", new_values."text", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3b03937519a94d3961338ea4e28a6772a67315b2",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ce036",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_paragraphtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraphtext",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_paragraphtextevent" ("calls", "id", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "tail", "text", "version_id") SELECT new_values."calls", new_values."id", new_values."paragraph_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phrase", new_values."tail", new_values."text", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."calls" IS DISTINCT FROM (new_values."calls") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."paragraph_id" IS DISTINCT FROM (new_values."paragraph_id") OR old_values."phrase" IS DISTINCT FROM (new_values."phrase") OR old_values."tail" IS DISTINCT FROM (new_values."tail") OR old_values."text" IS DISTINCT FROM (new_values."text") OR old_values."version_id" IS DISTINCT FROM (new_values."version_id")) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2cd0296872273f330479df198542118bec275da5",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a95c2",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_paragraphtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="paragraphtext",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_paragraphtextevent" ("calls", "id", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "tail", "text", "version_id") SELECT old_values."calls", old_values."id", old_values."paragraph_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phrase", old_values."tail", old_values."text", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="474231984f89775dfa69c2792e9141da30188c46",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b95b7",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_paragraphtext",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="footnoteevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f5f5cf7d28c62e08cdbc780be61737bd39f2fbd9",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a444d",
                    table="resolutions_footnoteevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="footnote",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_footnoteevent" ("id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resolved", "text", "version_id") SELECT new_values."id", new_values."label", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."resolved", new_values."text", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c6404f8ba9094cd39a498f49ce428ad12b543764",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_f28c8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_footnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="footnote",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_footnoteevent" ("id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resolved", "text", "version_id") SELECT new_values."id", new_values."label", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."resolved", new_values."text", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="59c0381fb7ead272625cc9e6a0196fb631b46bfd",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_db671",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_footnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="footnote",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_footnoteevent" ("id", "label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "resolved", "text", "version_id") SELECT old_values."id", old_values."label", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."resolved", old_values."text", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="106142a8e7aa7ec2da68e815e967e83aaa7bc1d1",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_8409d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_footnote",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citationevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="48b3c93f9a0265707835d79946e1f567b13ab6bd",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c8272",
                    table="resolutions_citationevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_citationevent" ("cited_id", "id", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinpoint", "position", "relation", "symbol", "text", "version_id") SELECT new_values."cited_id", new_values."id", new_values."paragraph_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."pinpoint", new_values."position", new_values."relation", new_values."symbol", new_values."text", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="90b18d84b84d94625caa4799616989fe242d03fe",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7c4d6",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_citationevent" ("cited_id", "id", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinpoint", "position", "relation", "symbol", "text", "version_id") SELECT new_values."cited_id", new_values."id", new_values."paragraph_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."pinpoint", new_values."position", new_values."relation", new_values."symbol", new_values."text", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1ea1b73ab8a60839c9845136b58649d788587f46",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9417a",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_citationevent" ("cited_id", "id", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pinpoint", "position", "relation", "symbol", "text", "version_id") SELECT old_values."cited_id", old_values."id", old_values."paragraph_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."pinpoint", old_values."position", old_values."relation", old_values."symbol", old_values."text", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="0a27b82032ff0eea9039175f2711c2234bbc26c0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_31073",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_citation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annexevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="206ae835c347f116c38034a27b97133ea5220124",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5a9e5",
                    table="resolutions_annexevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annex",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_annexevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "title", "version_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."position", new_values."text", new_values."title", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f1c91069e75f1d6a032fc6f3289776589b4be36e",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5d9e4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_annex",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annex",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_annexevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "title", "version_id") SELECT new_values."id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."position", new_values."text", new_values."title", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="97603ae85e9266f43f2fd69f514759f60f0bd67c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7bcf0",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_annex",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="annex",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_annexevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "text", "title", "version_id") SELECT old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."position", old_values."text", old_values."title", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="fc603d3a4a801fc22af732da48e9541860b93b9b",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9dc43",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_annex",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="textversionevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2b5a82d59b7a14b4e10ab2f2ba05eb926941a04",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a4d56",
                    table="resolutions_textversionevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clauseevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e41a3a0e6e92eaf445b5f889bd9b1b7226ed2e5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fa680",
                    table="resolutions_clauseevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clause",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clauseevent" ("action", "asks", "chapeau_id", "conditions", "doubts", "end", "force_secretariat", "force_states", "id", "inherited", "number", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "reiterated", "report_to_id", "report_what", "reporting", "resources", "review_state", "reviewed_at", "reviewed_by_id", "rule", "start", "type", "vanished", "verb_id", "version_id") SELECT new_values."action", new_values."asks", new_values."chapeau_id", new_values."conditions", new_values."doubts", new_values."end", new_values."force_secretariat", new_values."force_states", new_values."id", new_values."inherited", new_values."number", new_values."paragraph_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."phrase", new_values."reiterated", new_values."report_to_id", new_values."report_what", new_values."reporting", new_values."resources", new_values."review_state", new_values."reviewed_at", new_values."reviewed_by_id", new_values."rule", new_values."start", new_values."type", new_values."vanished", new_values."verb_id", new_values."version_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82759d31b06f9be717fd650f2d2e511ef115edde",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_49fc2",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="resolutions_clause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clause",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clauseevent" ("action", "asks", "chapeau_id", "conditions", "doubts", "end", "force_secretariat", "force_states", "id", "inherited", "number", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "reiterated", "report_to_id", "report_what", "reporting", "resources", "review_state", "reviewed_at", "reviewed_by_id", "rule", "start", "type", "vanished", "verb_id", "version_id") SELECT new_values."action", new_values."asks", new_values."chapeau_id", new_values."conditions", new_values."doubts", new_values."end", new_values."force_secretariat", new_values."force_states", new_values."id", new_values."inherited", new_values."number", new_values."paragraph_id", _pgh_attached_context.value, NOW(), \'update\', new_values."id", new_values."phrase", new_values."reiterated", new_values."report_to_id", new_values."report_what", new_values."reporting", new_values."resources", new_values."review_state", new_values."reviewed_at", new_values."reviewed_by_id", new_values."rule", new_values."start", new_values."type", new_values."vanished", new_values."verb_id", new_values."version_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cdaa12cca7d703d58e2e278541fcc8c4be27cc94",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fb2c9",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="resolutions_clause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="clause",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "resolutions_clauseevent" ("action", "asks", "chapeau_id", "conditions", "doubts", "end", "force_secretariat", "force_states", "id", "inherited", "number", "paragraph_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phrase", "reiterated", "report_to_id", "report_what", "reporting", "resources", "review_state", "reviewed_at", "reviewed_by_id", "rule", "start", "type", "vanished", "verb_id", "version_id") SELECT old_values."action", old_values."asks", old_values."chapeau_id", old_values."conditions", old_values."doubts", old_values."end", old_values."force_secretariat", old_values."force_states", old_values."id", old_values."inherited", old_values."number", old_values."paragraph_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."phrase", old_values."reiterated", old_values."report_to_id", old_values."report_what", old_values."reporting", old_values."resources", old_values."review_state", old_values."reviewed_at", old_values."reviewed_by_id", old_values."rule", old_values."start", old_values."type", old_values."vanished", old_values."verb_id", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8e8d7d07fee528c997dee0de0a9bcb57879dbc05",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81052",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="resolutions_clause",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="verbevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5df51f612084d710170ff5876f73f20d92702f62",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bfaea",
                    table="resolutions_verbevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
