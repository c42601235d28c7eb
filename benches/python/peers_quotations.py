"""Who else finds quotations and their speakers, on the labelled articles that `gold-quotations` measures copydesk on.

Each peer's findings are written to a file that the command puts into its table, so that all are counted in one way:

`python benches/python/peers_quotations.py FOLDER OUT`, then
`cargo run -p copydesk-tests --bin gold-quotations -- baseline=OUT/baseline.jsonl textacy=OUT/textacy.jsonl`.

FOLDER is the folder with `gold/quotations`. *baseline* is a script of regular expressions, below. *textacy* needs spaCy and its model
`en_core_web_sm` (`pip install -r benches/python/peers-requirements.txt`, `python -m spacy download en_core_web_sm`); without them it is
left out, and said.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Found = dict[str, Any]

VERBS = [
    "said",
    "says",
    "say",
    "told",
    "tells",
    "added",
    "adds",
    "asked",
    "asks",
    "wrote",
    "writes",
    "tweeted",
    "noted",
    "notes",
    "argued",
    "argues",
    "explained",
    "explains",
    "warned",
    "warns",
    "continued",
    "continues",
    "insisted",
    "insists",
    "declared",
    "declares",
    "announced",
    "claimed",
    "claims",
    "responded",
    "replied",
    "admitted",
    "acknowledged",
    "recalled",
    "joked",
    "suggested",
    "stated",
    "concluded",
    "observed",
    "remarked",
    "called",
    "calls",
    "described",
    "describes",
]
VERB = r"\b(?:" + "|".join(VERBS) + r")\b"
NAME = r"(?:[A-Z][\w.’'-]*)(?:\s+(?:of|the|for|de|van|von|al)?\s*[A-Z][\w.’'-]*)*"
WHO = rf"(?:[Hh]e|[Ss]he|[Tt]hey|I|we|the\s+[\w-]+(?:\s+[\w-]+)?|(?:[a-z]+\s+){{0,3}}{NAME})"
QUOTE = re.compile(r"[“\"]([^“”\"\n]+)[”\"]|[“]([^”\n]+)$", re.MULTILINE)
AFTER = [
    re.compile(rf"^[\s,]*(?P<who>{WHO})(?:,[^,.]{{1,80}},)?\s+(?:\w+ly\s+|also\s+|has\s+|had\s+|later\s+)?{VERB}"),
    re.compile(rf"^[\s,]*{VERB}\s+(?P<who>{WHO})"),
    re.compile(rf"^[\s,]*according to\s+(?P<who>{WHO})"),
]
BEFORE = [
    re.compile(
        rf"(?P<who>{WHO})(?:,[^,.]{{1,80}},)?\s+(?:\w+ly\s+|also\s+|has\s+|had\s+|later\s+)?{VERB}[^.!?”\"]{{0,120}}$"
    ),
    re.compile(rf"[Aa]ccording to\s+(?P<who>{WHO}),[^.!?”\"]{{0,80}}$"),
]


def baseline(text: str) -> list[Found]:
    """A name or a pronoun beside a verb of speech, after the quotation, before it, or with the quotation before in the same paragraph."""
    found: list[Found] = []
    for paragraph in re.finditer(r"[^\n]+", text):
        last, last_end = None, 0
        for quote in QUOTE.finditer(paragraph[0]):
            rest, head = paragraph[0][quote.end() :], paragraph[0][: quote.start()]
            at = None
            for pattern in AFTER:
                if match := pattern.search(rest):
                    at = (quote.end() + match.start("who"), quote.end() + match.end("who"))
                    break
            for pattern in [] if at else BEFORE:
                if match := pattern.search(head):
                    at = match.span("who")
                    break
            if at is None and last is not None and quote.start() - last_end < 120:
                at = last
            last, last_end = at or last, quote.end()
            base = paragraph.start()
            speaker = at and (at[0] + base, at[1] + base)
            found.append({"start": quote.start() + base, "end": quote.end() + base, "speaker": speaker})
    return found


def textacy() -> Callable[[str], list[Found]]:
    """What textacy takes for direct quotations."""
    import spacy
    import textacy.extract

    parser = spacy.load("en_core_web_sm")

    def read(text: str) -> list[Found]:
        found = []
        try:
            for quote in textacy.extract.direct_quotations(parser(text)):
                content, speaker = quote.content, quote.speaker
                at = (speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if speaker else None
                found.append({"start": content.start_char, "end": content.end_char, "speaker": at})
        except ValueError:
            # An odd number of marks is an error to it.
            return []
        return found

    return read


def articles(folder: Path) -> Iterator[dict[str, Any]]:
    """The labelled articles."""
    with gzip.open(folder / "gold/quotations/us-news-2016.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """A file for each peer that is there."""
    folder, out = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    readers: dict[str, Callable[[str], list[Found]]] = {"baseline": baseline}
    try:
        readers["textacy"] = textacy()
    except (ImportError, OSError) as error:
        print(f"textacy is left out: {error}")
    for name, reader in readers.items():
        with (out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for article in articles(folder):
                row = {"id": article["id"], "quotations": reader(article["text"])}
                file.write(json.dumps(row) + "\n")
        print(out / f"{name}.jsonl")


if __name__ == "__main__":
    main()
