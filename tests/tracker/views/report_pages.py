"""What the tests of the report pages share: how an obligation is found and what the form sends."""

from tracker.models import Occurrence

NEW = "/reports/new/"


def occurrence(eid: str) -> Occurrence:
    return Occurrence.objects.get(assignment__item__clause__paragraph__eid=eid)


def filled(*occurrences: Occurrence, deed: str = "save", **more: object) -> dict[str, object]:
    """Return what the form sends when it answers the occurrences."""
    data: dict[str, object] = {
        "period_from": "2021-01-01",
        "period_to": "2021-02-28",
        "action_taken": "Experts met twice.",
        "deed": deed,
    }
    for o in occurrences:
        line = {"answers": "on", "proposed_status": "in_progress", "effective_on": "2021-02-01"}
        data |= {f"line-{o.pk}-{name}": value for name, value in line.items()}
    return data | more


def new(o: Occurrence, **query: str) -> str:
    return NEW + "?" + "&".join([f"occurrence={o.pk}", *(f"{k}={v}" for k, v in query.items())])
