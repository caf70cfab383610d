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
    "take up imports that nobody works on": {
        "task": "tracker.tasks.sweep_imports",
        "schedule": 60.0,
    },
    "write today's digests": {
        "task": "tracker.tasks.prepare_digests",
        "schedule": crontab(hour="6", minute="0"),
    },
    "send digests that wait": {
        "task": "tracker.tasks.send_waiting_digests",
        "schedule": 300.0,
    },
}
