"""The Celery application and what runs by the clock.

Deadlines never sit in the broker: beat asks the database. Work is a row first (an import, a digest);
the sweeps below pick up whatever a dead worker or a lost message left behind.
"""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("obligations-tracker")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "look for relations of what was read": {
        "task": "tracker.tasks.look_for_relations",
        "schedule": 60.0,
    },
    "take up imports that nobody works on": {
        "task": "tracker.tasks.sweep_imports",
        "schedule": 60.0,
    },
    "take up work on many rows that nobody does": {
        "task": "tracker.tasks.sweep_bulk",
        "schedule": 60.0,
    },
    "open the next times of what recurs": {
        "task": "tracker.tasks.open_next_times",
        "schedule": crontab(hour="1", minute="0"),
    },
    # Half an hour before the mails of the day, and whenever a day begins somewhere.
    "tell what falls due": {
        "task": "tracker.tasks.tell_due",
        "schedule": crontab(minute="30"),
    },
    "tell what others did, and send the mails whose time has come": {
        "task": "tracker.tasks.tell_news",
        "schedule": 60.0,
    },
}
