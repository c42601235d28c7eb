#!/usr/bin/env python3
"""Draw the bracketed initialisms that are labelled, and print each with what stands before and after it.

    python3 tests/labels/draw_abbreviations.py CORPUS_DIR OUT_FILE

200 of the brackets of `reuters` that hold one initialism and nothing else, with one recorded seed: two to ten letters, digits, `&`, `/`, `-`
and apostrophes, at least two of them capitals, in quotation marks or not. A full stop makes it an instrument's code (`F.N`), of which there are many thousands;
they are no initialisms. Of the 200 the first hundred are the half `tune`, the rest the half `report`.
"""

import gzip
import json
import random
import re
import sys
from pathlib import Path

SEED = 20261125
DRAWN = 200
BRACKET = re.compile(rb"[(]\s*(?:[\"']|\xe2\x80\x9c)?([A-Za-z0-9&/'-]{2,10})(?:[\"']|\xe2\x80\x9d)?\s*[)]")


def brackets(corpus: Path) -> list[tuple[str, int, int, bytes]]:
    """Every bracketed initialism: record, byte offsets of the initialism, text of the record."""
    found = []
    with gzip.open(corpus / "corpora/reuters.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"].encode()
            for match in BRACKET.finditer(text):
                if sum(65 <= byte <= 90 for byte in match[1]) >= 2:
                    found.append((record["id"], match.start(1), match.end(1), text))
    return found


def main() -> None:
    corpus, out = Path(sys.argv[1]), Path(sys.argv[2])
    found = brackets(corpus)
    drawn = random.Random(SEED).sample(found, DRAWN)
    print(f"{len(found)} bracketed initialisms, {DRAWN} drawn", file=sys.stderr)
    with out.open("w", encoding="utf-8") as file:
        for number, (name, start, end, text) in enumerate(drawn):
            before, after = text[max(0, start - 160) : start], text[end : end + 80]
            row = {"n": number, "id": name, "start": start, "end": end}
            row |= {"before": before.decode(errors="ignore"), "short": text[start:end].decode()}
            file.write(json.dumps(row | {"after": after.decode(errors="ignore")}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
