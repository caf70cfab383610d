"""In which form an answer goes out: JSON, and for lists CSV (`Accept: text/csv` or `?format=csv`)."""

from typing import Any

from rest_framework.exceptions import ParseError, ValidationError
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import JSONParser
from rest_framework.renderers import BaseRenderer

from tracker.api.parameters import unknown_value


class Negotiation(DefaultContentNegotiation):
    """Refuses a `?format=` that there is not with the ones there are, instead of a bare 404."""

    def filter_renderers(self, renderers: Any, format: Any) -> Any:  # noqa: A002 - the framework's name
        """Return the renderers of the format; raise ValidationError where there are none."""
        formats = [renderer.format for renderer in renderers]
        if format not in formats:
            raise ValidationError({"format": unknown_value(format, formats)})
        return super().filter_renderers(renderers, format)


class CSVRenderer(BaseRenderer):
    """Names CSV to the negotiation; the list itself streams it."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None) -> str:
        """Never asked: lists answer with a stream."""
        raise NotImplementedError


class StrictJSONParser(JSONParser):
    """Refuses JSON nested too deeply to be read, instead of failing on it."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        """Return what was sent; raise ParseError where it is no JSON."""
        try:
            return super().parse(stream, media_type, parser_context)
        except RecursionError:
            raise ParseError("JSON parse error - nested too deeply.") from None
