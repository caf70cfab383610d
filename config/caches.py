"""The cache that all processes share: it counts attempts, and holds nothing that has to last.

Without its server people must still be able to log in: then each process counts for itself.
"""

import logging
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


class SharedCache(RedisCache):
    """A cache on the server; while that cannot be reached, one in the memory of this process."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._own = LocMemCache("own", {**params, "OPTIONS": {}})

    def add(self, *args: Any, **kwargs: Any) -> Any:
        """Set a value unless there is one."""
        return self._either("add", *args, **kwargs)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Return a value."""
        return self._either("get", *args, **kwargs)

    def set(self, *args: Any, **kwargs: Any) -> Any:
        """Set a value."""
        return self._either("set", *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Forget a value."""
        return self._either("delete", *args, **kwargs)

    def _either(self, name: str, *args: Any, **kwargs: Any) -> Any:
        try:
            return getattr(super(), name)(*args, **kwargs)
        except (RedisError, OSError) as error:
            log.warning("The cache cannot be reached, this process counts alone: %s", type(error).__name__)
            return getattr(self._own, name)(*args, **kwargs)
