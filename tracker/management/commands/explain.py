"""Say what was read in a paragraph and by which rule: `manage.py explain E/RES/2004/33#op2`."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tracker.explaining import Value, as_json, explain, paragraph_named
from tracker.refusals import Refused


class Command(BaseCommand):
    """Print the text with each value, its words, its rule, its doubts, and what a person changed."""

    help = "Say what was read in a paragraph, and by which rule."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take a reference."""
        parser.add_argument("reference", help="a paragraph or clause: E/RES/2004/33#op2 or …#op2.1")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it.

        Raises:
            CommandError: there is no such paragraph.
        """
        try:
            paragraph, clauses = paragraph_named(options["reference"])
        except Refused as refusal:
            raise CommandError(refusal.message) from refusal
        told = as_json(paragraph, clauses)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
            return
        self.stdout.write(f"{told['reference']}\n{told['text']}\n")
        if not clauses:
            self.stdout.write("No clause was read here.")
        for clause in map(explain, clauses):
            asks = "asks for something" if clause.asks else "asks for nothing"
            self.stdout.write(f"\n{clause.reference}: {asks}\n  “{clause.words}”")
            for value in clause.values:
                self.stdout.write(_line(value))
            for doubt in clause.doubts:
                self.stdout.write(f"  doubt: {doubt}")
            for other in clause.alternatives:
                self.stdout.write(f"  or: {other}")
            if clause.person:
                self.stdout.write(f"  {clause.person}")
            if clause.suggestions:
                self.stdout.write("  A later reading differs and waits beside it.")


def _line(value: Value) -> str:
    at = f" at {value.place} {value.start}–{value.end}" if value.start is not None else ""
    rule = f" [{value.rule}] {value.reason}" if value.rule else ""
    return f"  {value.of}: {value.value} “{value.words}”{at}{rule}"
