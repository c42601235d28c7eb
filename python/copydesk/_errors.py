"""The exceptions: one family, each with what failed and why in its attributes."""

from __future__ import annotations


class CopydeskError(Exception):
    """Something could not be done. All exceptions of copydesk are of this class.

    `reason` says why, in words. `file` is the file as it was named, `record` the number of the record in it or of the text in a batch,
    from 1; each is None where there is none.
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
    """A source has more bytes than copydesk can count: 1 GiB."""


class UnknownName(CopydeskError, ValueError):
    """No rule, layer, envelope, language or page has this name; the reason lists the names that there are."""


class InvalidInput(CopydeskError, TypeError):
    """What was given is no text, or not of the form that is asked for."""


class InvalidProfile(CopydeskError, ValueError):
    """A file of your own words cannot be read; the reason says which line, and what is wrong with it."""


class InvalidSpan(CopydeskError, ValueError):
    """A span lies outside the text or the source, or ends before it starts."""


class InvalidRow(CopydeskError, ValueError):
    """A row of a layer of your own does not fit the text or the other rows."""


class VersionMismatch(CopydeskError, ValueError):
    """A document was pickled by another version of copydesk, which may have read it otherwise."""


class Defect(CopydeskError, RuntimeError):
    """copydesk failed. This should not happen, whatever the input is: please report it."""
