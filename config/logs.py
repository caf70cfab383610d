"""Log lines without secrets: a message, an argument or a traceback may quote a URL or a key by mistake."""

import logging
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

MASK = "***"
# The password of an address: redis://user:password@host. The user's name may stand.
PASSWORD_IN_URL = re.compile(r"(?<=://)([^\s/:@'\"]*):[^\s/@'\"]+@")
# What a client proves itself by, as a header or in a quoted mapping of headers.
CREDENTIALS = re.compile(r"(?i)\b(token|bearer|basic)\s+[a-z0-9+/=._~-]{20,}")
# The secret address of a feed.
FEED = re.compile(r"(?<=/feeds/)[\w-]{20,}")
# Shorter ones would be found inside of ordinary words.
SHORTEST_SECRET = 6


class WithoutSecrets(logging.Formatter):
    """A formatter that masks secrets in the finished line, tracebacks included."""

    def __init__(self, *args: Any, secrets: Iterable[str | None] = (), **options: Any) -> None:
        """Take what `logging.Formatter` takes, and secrets that must not appear, as they are or quoted."""
        super().__init__(*args, **options)
        known = {secret for secret in secrets if secret and len(secret) >= SHORTEST_SECRET}
        self._secrets = sorted(known | {quote(secret, safe="") for secret in known}, key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line with every secret masked."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, MASK)
        line = PASSWORD_IN_URL.sub(rf"\1:{MASK}@", line)
        line = FEED.sub(MASK, line)
        return CREDENTIALS.sub(rf"\1 {MASK}", line)
