"""Brings the catalogues up to date: collects every text, merges it, compiles what is translated.

    python tools/make_catalogue.py            collect, merge into every language, compile
    python tools/make_catalogue.py de new     begin a language
    python tools/make_catalogue.py --missing  how many texts each language still lacks

Texts come from the code and the templates, and from the knowledge base, whose names, cues and rules
people read as much as any button.
"""

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from runwright import __version__
from runwright.domain.protocol import Protocol
from runwright.formats.library_words.rules import number_texts
from runwright.knowledge.library import Library, load_library

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "runwright"
LOCALE = SOURCE / "locale"
NAME = "runwright"
METHODS = [("**.py", "python"), ("**.jinja", "jinja2"), ("web/templates/**.html", "jinja2")]
LACKING_SHOWN = 20
MEND = """
To mend it: run  .venv/bin/python tools/make_catalogue.py , which puts the new texts into each
locale/<language>/LC_MESSAGES/runwright.po with an empty translation; fill those in, run it again,
and commit the .po with its .mo. How the texts sound: src/runwright/locale/README.md."""
NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # a catalogue of the same texts is the same on any day
SAYS_NOTHING = (
    *('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team'),
    *('"Report-Msgid-Bugs-To', '"Generated-By'),
)
KEYWORDS = {
    "_": None,
    "N_": None,
    "t_": None,
    "ngettext": (1, 2),
    "nt_": (1, 2),
}


def main(arguments: list[str]) -> int:
    """Do what was asked for; 1 where a text is missing and that was asked."""
    template = collected()
    if arguments[1:] == ["new"]:
        file = po_file(arguments[0])
        file.parent.mkdir(parents=True, exist_ok=True)
        write(file, Catalog(locale=arguments[0], domain=NAME, fuzzy=False))
    missing = 0
    for file in sorted(LOCALE.glob(f"*/LC_MESSAGES/{NAME}.po")):
        catalogue = merged(file, template)
        lacking = [one for one in catalogue if one.id and not translated(one.string)]
        missing += len(lacking)
        print(f"{file.parents[1].name}: {len(catalogue)} texts, {len(lacking)} not translated")
        for one in lacking[:LACKING_SHOWN]:
            print(f"    {one.id}")
        if "--missing" not in arguments:
            write(file, catalogue)
    if missing and "--missing" in arguments:
        print(MEND)
        return 1
    return 0


def po_file(language: str) -> Path:
    """Return where a language's texts are."""
    return LOCALE / language / "LC_MESSAGES" / f"{NAME}.po"


def collected() -> Catalog:
    """Return every text there is to translate, in the order people meet it."""
    template = Catalog(project=NAME, domain=NAME, fuzzy=False)
    found = extract_from_dir(str(SOURCE), METHODS, {"**": {"silent": "false"}}, KEYWORDS)
    for _file, _line, text, _comments, _context in found:
        template.add(text)
    for text in knowledge_texts(load_library()):
        template.add(text)
    return template


def knowledge_texts(library: Library) -> Iterator[str]:
    """Yield what the knowledge base says to people; what sources say stays in their language."""
    for exercise in library.exercises.values():
        tags = (*exercise.avoid, *exercise.caution, *exercise.good)
        yield from texts_of(exercise.name, exercise.cues, exercise.fault, exercise.feel)
        yield from texts_of(exercise.dose_support.why, *(tag.note for tag in tags))
    yield from (ladder.name for ladder in library.ladders.values())
    for rule in library.rules.values():
        yield from texts_of(rule.statement, rule.why_it_matters, rule.evidence_note)
        yield from texts_of(rule.relax_note, *(number.support.why for number in rule.parameters))
        for number in rule.parameters:
            yield from number_texts(number)
    for region in library.regions.values():
        yield from texts_of(region.name, region.where)
    for kit in library.kit.values():
        yield str(kit["name"])
    yield from screening_texts(library)
    for protocol in library.protocols.values():
        yield from protocol_texts(protocol)
    for statement in library.statements.values():
        yield from texts_of(statement.says, statement.not_encoded_because)


def screening_texts(library: Library) -> Iterator[str]:
    """Yield what home tests and safety questions say."""
    for test in library.tests.values():
        start = None if test.start is None else test.start.support
        rests_on = (*(table.support for table in test.norms), test.error.support, start)
        yield from texts_of(test.name, test.protocol, test.safety, test.note, test.error.note)
        yield from texts_of(*(table.note for table in test.norms))
        yield from (support.why for support in rests_on if support is not None and support.why)
    for question in library.questions.values():
        yield from texts_of(question.asks, question.says, question.opens_when)


def protocol_texts(protocol: Protocol) -> Iterator[str]:
    """Yield what a protocol says of itself, its sessions and its corrections."""
    yield from texts_of(protocol.name, protocol.summary, protocol.support.why)
    yield from (area.name for area in protocol.areas)
    yield from (says for _rule, says in protocol.corrections)
    for template in protocol.templates:
        yield from texts_of(template.title, *(slot.note for slot in template.slots))


def texts_of(*values: object) -> Iterator[str]:
    """Yield the texts in values, whole or in tuples."""
    for value in values:
        if isinstance(value, str) and value:
            yield value
        elif isinstance(value, tuple):
            yield from texts_of(*value)
        elif is_dataclass(value):
            yield from texts_of(*(getattr(value, one.name) for one in fields(value)))


def merged(file: Path, template: Catalog) -> Catalog:
    """Return a language's texts with new ones added and old ones gone."""
    with file.open("rb") as opened:
        catalogue = read_po(opened, domain=NAME)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for one in catalogue:
        if one.id and one.fuzzy:  # it has other wordings now, one more for several: said anew
            one.string = ""
            one.flags.discard("fuzzy")
    return catalogue


def translated(text: str | tuple[str, ...] | list[str] | None) -> bool:
    """Whether a text has words in the language, in all its numbers."""
    return bool(text) and (isinstance(text, str) or all(text or ()))


def write(file: Path, catalogue: Catalog) -> None:
    """Write a language's texts, as they are and compiled; the same texts, the same bytes."""
    catalogue.project, catalogue.version = "Runwright", __version__
    catalogue.header_comment = f"# Runwright in {catalogue.locale_identifier}; see ../../README.md"
    catalogue.creation_date = catalogue.revision_date = NO_DAY
    written = BytesIO()
    write_po(written, catalogue, width=100, sort_output=True)
    lines = written.getvalue().decode().splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith(SAYS_NOTHING)), "utf-8")
    with file.with_suffix(".mo").open("wb") as opened:
        write_mo(opened, catalogue)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
