"""Addresses of the API: version 1, its description, and an answer for everything else."""

from django.contrib.auth.decorators import login_required
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.routers import SimpleRouter

from tracker.api.problems import no_such_address
from tracker.api.views.attention import Comments, SavedFilters, Watches
from tracker.api.views.cycles import Cycles
from tracker.api.views.documents import Paragraphs, Resolutions
from tracker.api.views.entry import Index, Token
from tracker.api.views.evidence import EvidenceItems, ReportEvidence
from tracker.api.views.exporting import ResolutionExport
from tracker.api.views.feeds import Feeds
from tracker.api.views.imports import Imports
from tracker.api.views.indicators import Indicators, IndicatorValues
from tracker.api.views.mandates import Proposals, Relations, Retirements
from tracker.api.views.notices import Notices, Preference
from tracker.api.views.obligations import ActionItems, Assignments
from tracker.api.views.offline import Worklists
from tracker.api.views.reports import Reports
from tracker.api.views.shares import TakenReadings
from tracker.api.views.states import States
from tracker.api.views.vocabulary import Entities, Organs, Verbs
from tracker.api.views.work import BulkJobs, BulkRefusals, Handovers, Reassignments

router = SimpleRouter()
router.register("resolutions", Resolutions, "api-resolutions")
router.register("paragraphs", Paragraphs, "api-paragraphs")
router.register("action-items", ActionItems, "api-action-items")
router.register("assignments", Assignments, "api-assignments")
router.register("reports", Reports, "api-reports")
router.register("evidence", EvidenceItems, "api-evidence")
router.register("indicators", Indicators, "api-indicators")
router.register("indicator-values", IndicatorValues, "api-indicator-values")
router.register("relations", Relations, "api-relations")
router.register("relation-proposals", Proposals, "api-relation-proposals")
router.register("retirements", Retirements, "api-retirements")
router.register("comments", Comments, "api-comments")
router.register("watches", Watches, "api-watches")
router.register("saved-filters", SavedFilters, "api-saved-filters")
router.register("feeds", Feeds, "api-feeds")
router.register("notices", Notices, "api-notices")
router.register("taken-readings", TakenReadings, "api-taken-readings")
router.register("handovers", Handovers, "api-handovers")
router.register("cycles", Cycles, "api-cycles")
router.register("bulk-jobs", BulkJobs, "api-bulk-jobs")
router.register("bulk-refusals", BulkRefusals, "api-bulk-refusals")
router.register("imports", Imports, "api-imports")
router.register("entities", Entities, "api-entities")
router.register("verbs", Verbs, "api-verbs")
router.register("organs", Organs, "api-organs")

version_1: list[URLPattern | URLResolver] = [
    path("", Index.as_view(), name="api"),
    path("token/", Token.as_view(), name="api-token"),
    path(
        "reports/<str:reference>/evidence/",
        ReportEvidence.as_view({"get": "list", "post": "create"}, basename="evidence"),
        name="api-report-evidence",
    ),
    path("states/", States.as_view({"get": "list"}, basename="api-states"), name="api-states-list"),
    path(
        "reassignments/",
        Reassignments.as_view({"post": "create"}, basename="reassignments"),
        name="api-reassignments",
    ),
    path("worklists/", Worklists.as_view({"post": "bring_back"}, basename="worklists"), name="api-worklists"),
    path(
        "worklists/<str:reference>/",
        Worklists.as_view({"get": "take_out"}, basename="worklists"),
        name="api-worklist",
    ),
    path(
        "notice-preference/",
        Preference.as_view({"get": "show", "patch": "choose"}, basename="notice-preference"),
        name="api-notice-preference",
    ),
    # Before the resources: a symbol holds slashes, and would swallow the last word.
    path(
        "resolutions/<path:reference>/export/",
        ResolutionExport.as_view({"get": "export"}, basename="resolutions"),
        name="api-resolution-export",
    ),
    *router.urls,
]

docs = SpectacularSwaggerSplitView.as_view(url_name="api-schema", template_name="tracker/api_docs.html")

urlpatterns: list[URLPattern | URLResolver] = [
    path("v1/", include(version_1)),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("docs/", login_required(docs), name="api-docs"),
    re_path(r"^(?P<rest>.*)$", no_such_address),
]
