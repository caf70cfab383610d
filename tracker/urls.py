"""Addresses of the staff pages."""

from django.urls import URLPattern, path

from tracker.views import (
    access,
    checking,
    cycles,
    doubts,
    entities,
    exporting,
    imports,
    items,
    overview,
    register,
    reports,
    resolutions,
    search,
    work,
)

urlpatterns: list[URLPattern] = [
    path("login/", access.login, name="login"),
    path("logout/", access.logout, name="logout"),
    path("", overview.index, name="overview"),
    path("register/", register.index, name="register"),
    path("register.csv", register.export, name="register-csv"),
    path("items/<int:pk>/", items.item, name="item"),
    path("exports/<str:form>/<path:symbol>/", exporting.resolution, name="resolution-export"),
    path("sources/<int:pk>/", resolutions.source, name="source"),
    path("my-work/", work.my_work, name="my-work"),
    path("reports/new/", reports.new, name="report-new"),
    path("reports/<int:pk>/", reports.show, name="report"),
    path("reports/<int:pk>/edit/", reports.edit, name="report-edit"),
    path("reports/<int:pk>/<str:deed>/", reports.deed, name="report-deed"),
    path("evidence/<int:pk>/", reports.evidence, name="evidence"),
    path("reviews/", reports.reviews, name="reviews"),
    path("imports/", imports.listed, name="imports"),
    path("imports/<int:pk>/", imports.show, name="import"),
    path("check/<path:symbol>/", checking.check, name="check-resolution"),
    path("doubts/", doubts.doubts, name="doubts"),
    path("cycles/", cycles.listed, name="cycles"),
    path("cycles/<int:pk>/", cycles.show, name="cycle"),
    path("entities/suggest/", cycles.suggest, name="entity-suggest"),
    path("entities/", entities.index, name="entities"),
    path("entities/<slug:key>/", entities.detail, name="entity"),
    path("search/", search.search, name="search"),
    path("resolutions/add/", imports.add, name="add-resolution"),
    path("resolutions/", resolutions.index, name="resolutions"),
    # The last, for symbols hold slashes.
    path("resolutions/<path:symbol>/", resolutions.detail, name="resolution"),
]
