"""Fill in a page's form as a person would: what stands in it goes back, but for what they change."""

from html import unescape
from html.parser import HTMLParser

from django.test import Client
from django.utils.html import strip_tags


class Form(HTMLParser):
    """The fields of the largest form of a page, with what stands in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[dict[str, list[str]]] = [{}]
        self._select = self._area = ""
        self.feed(html)

    @property
    def fields(self) -> dict[str, list[str]]:
        return max(self.forms, key=len)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.forms.append({})
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given and self._select:
            self._put(self._select, given.get("value", ""))
        elif tag == "textarea":
            self._area = name
            self._put(name, "")
        elif tag == "input" and name and _is_sent(given):
            self._put(name, given.get("value", "on" if given.get("type") == "checkbox" else ""))

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data):
        if self._area:
            # Browsers leave out the line break that follows the tag.
            self.forms[-1][self._area] = [self.forms[-1][self._area][0] + data.removeprefix("\n")]

    def _put(self, name: str, value: str) -> None:
        self.forms[-1].setdefault(name, []).append(value)


def _is_sent(given: dict[str, str]) -> bool:
    kind = given.get("type", "text")
    return kind not in ("submit", "file", "button") and (kind != "checkbox" or "checked" in given)


def fill(client: Client, url: str, **changes: object):
    """Open a page, change some fields, send the form; returns the answer."""
    page = client.get(url)
    assert page.status_code == 200, page.status_code
    fields = {name: values for name, values in Form(page.content.decode()).fields.items() if name}
    return client.post(url, {**fields, **{name.replace("__", "-"): value for name, value in changes.items()}})


def said(answer) -> str:
    """Return the words of a page below its head, errors and messages among them."""
    body = answer.content.decode().partition('id="content-start"')[2].partition(">")[2]
    return " ".join(
        unescape(strip_tags(body.partition("<!-- END Content -->")[0].replace("<", " <"))).split()
    )
