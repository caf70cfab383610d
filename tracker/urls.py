"""Addresses of the staff pages."""

from django.urls import URLPattern, path

from tracker.views import access

urlpatterns: list[URLPattern] = [
    path("login/", access.login, name="login"),
    path("logout/", access.logout, name="logout"),
]
