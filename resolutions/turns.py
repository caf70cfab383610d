"""Turns: what two workers must not do at the same time they do one after the other."""

from django.db import connection


def take_turn(on: str) -> None:
    """Wait until nobody else is on the same thing; the turn lasts until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [on])
