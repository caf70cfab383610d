"""The project: settings, addresses, and the Celery application that Django's processes send tasks with."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
