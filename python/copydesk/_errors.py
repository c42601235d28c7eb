"""The exceptions: one family. The attributes of each say what failed and why."""

from __future__ import annotations


class CopydeskError(Exception):
    """The base class of all copydesk exceptions.

    `reason` says why, in words. `file` is the file as you named it. `record` is the number, from 1, of the record in the file or of the
    text in a batch. Either is None if it does not apply.
    """

    reason: str
    file: str | None
    record: int | None

    def __init__(self, reason: str, file: str | None = None, record: int | None = None) -> None:
        # All three are arguments of the exception, so that it can be pickled.
        super().__init__(reason, file, record)
        self.reason = reason
        self.file = file
        self.record = record

    def __str__(self) -> str:
        place = [self.file] if self.file is not None else []
        if self.record is not None:
            place.append(f"record {self.record}")
        return f"{', '.join(place)}: {self.reason}" if place else self.reason


class SourceTooLong(CopydeskError, ValueError):
    """A source is longer than the limit of 1 GiB."""


class UnknownName(CopydeskError, ValueError):
    """No rule, layer, envelope, language or page has this name. The reason lists the valid names."""


class InvalidInput(CopydeskError, TypeError):
    """The input is not text, or not in the required form."""


class InvalidProfile(CopydeskError, ValueError):
    """A profile cannot be read. The reason names the line and what is wrong with it."""


class InvalidSpan(CopydeskError, ValueError):
    """A span lies outside the text or the source, or ends before it starts."""


class InvalidRow(CopydeskError, ValueError):
    """A row of your own layer does not fit the text or the other rows."""


class VersionMismatch(CopydeskError, ValueError):
    """A document was pickled by another version of copydesk, which may parse it differently."""


class Defect(CopydeskError, RuntimeError):
    """A bug in copydesk. No input should cause it: please report it."""
