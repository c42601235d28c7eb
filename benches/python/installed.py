"""Which of the tools that copydesk is held against are installed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any, TypeVar

Use = TypeVar("Use")


def installed(peers: dict[str, tuple[str, Callable[[Any], Use]]]) -> dict[str, Use]:
    """What is made of each peer's module, by the peer's name; what cannot be imported is left out, and said on standard error."""
    found: dict[str, Use] = {}
    for name, (module, use) in peers.items():
        try:
            found[name] = use(importlib.import_module(module))
        except ImportError as error:
            print(f"{module} is not installed ({error}): left out", file=sys.stderr)
    return found
