"""One line of a file that is no TOML: what its writer did, and a line that reads instead of it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from runwright.domain.words import _
from runwright.formats.runner_toml.schema import SEVERAL, table_name
from runwright.formats.runner_toml.words import NO, YES
from runwright.formats.runner_toml.write_values import quoted

DIGITS_AT_MOST = 20  # a runner tells no longer number
LINE_AT_MOST = 2000  # signs of a line that are looked at; keeps hostile text cheap
SHOWN_AT_MOST = 60  # signs of a line that are repeated to the reader
UNREADABLE = "\N{REPLACEMENT CHARACTER}"  # stands where a value could not be read
REPEATED_TABLE = "\N{REPLACEMENT CHARACTER} repeated "

_PAIR = re.compile(r"^(\s*(?:[\w-]+|\"[^\"]*\")(?:\s*\.\s*[\w-]+)*\s*=)\s*(.*)$")
_COMMENT = re.compile(r"\s+#.*$")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_MEMBER = re.compile(r"\"([^\"]*)\"|'([^']*)'|([^,\"'\s][^,\"']*)")
_NUMBER = re.compile(r"[1-9]\d*(\.\d+)?")
_WORDS = re.compile(r"[^\W\d][^\"'\[\]{}=]*|[\d.,]+\s*[^\W\d][^\"'\[\]{}=]*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A line with a key.

    Attributes
    ----------
    key
        With its equals sign, as it stands in the line.
    value
        Without the comment behind it.
    """

    key: str
    value: str

    @property
    def name(self) -> str:
        """The key alone."""
        return self.key.rstrip("= \t").strip()


def pair_in(line: str) -> Pair | None:
    """Return the key and value of a line; None where it holds none."""
    found = _PAIR.match(line[:LINE_AT_MOST])
    return Pair(found[1], _COMMENT.sub("", found[2]).strip()) if found else None


def bridged(line: str, what: str, number: int) -> tuple[str, str]:
    """Return what is wrong with a line, and a line that reads instead of it."""
    if line.lstrip().startswith("["):
        return _mend_header(line, what, number)
    pair = pair_in(line)
    if pair is None:
        says = _(
            "'{line}' is not understood; expected key = value, a [table] in brackets, "
            "or a comment after #"
        ).format(line=_short(line))
        return says, ""
    if what.startswith("Cannot overwrite"):
        says = _("'{key}' is there already; keep one of the two lines")
        return says.format(key=pair.name), ""
    for mender in _MENDERS:
        mended = mender(pair)
        if mended is not None:
            says, instead = mended
            return says, f"{pair.key} {instead}"
    says = _("the value of '{key}' cannot be read ({what})")
    return says.format(key=pair.name, what=what), f'{pair.key} "{UNREADABLE}"'


def _mend_header(line: str, what: str, number: int) -> tuple[str, str]:
    name = re.sub(r"[\[\]]|#.*", "", line).strip()
    instead = quoted(f"{REPEATED_TABLE}{number}")
    if not what.startswith("Cannot"):
        says = _("'{line}' is not understood; the name of a table stands in brackets: {table}")
        return says.format(line=_short(line), table=table_name(name or "kit")), f"[{instead}]"
    if name in SEVERAL:
        says = _("[{name}] is there already; write [[{name}]], in two brackets, for each one")
    else:
        says = _("[{name}] is there already; put the lines of both under one [{name}]")
    return says.format(name=name), f"[{instead}]"


def _mend_empty(pair: Pair) -> tuple[str, str] | None:
    if pair.value:
        return None
    says = _("'{key}' has no value; give it one or take the line out")
    return says.format(key=pair.name), f'"{UNREADABLE}"'


def _mend_date(pair: Pair) -> tuple[str, str] | None:
    found = _DATE.fullmatch(pair.value)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        meant = date(year, month, day)
    except ValueError:
        says = _("{day} is not a day of the calendar; expected a date such as 2027-04-11")
        return says.format(day=pair.value), f'"{UNREADABLE}"'
    says = _("a date has two digits for month and day: {day}")
    return says.format(day=meant.isoformat()), f'"{meant.isoformat()}"'


def _mend_clock(pair: Pair) -> tuple[str, str] | None:
    if not _CLOCK.fullmatch(pair.value):
        return None
    return _('put the time in quotes: "{time}"').format(time=pair.value), quoted(pair.value)


def _mend_words(pair: Pair) -> tuple[str, str] | None:
    if pair.value.lower() in YES | NO:
        word = "true" if pair.value.lower() in YES else "false"
        return _("write {key} {word}").format(key=pair.key.strip(), word=word), word
    if not _WORDS.fullmatch(pair.value):
        return None
    says = _("put words in quotes: {key} {value}")
    return says.format(key=pair.key.strip(), value=quoted(pair.value)), quoted(pair.value)


def _mend_list(pair: Pair) -> tuple[str, str] | None:
    if not (pair.value.startswith("[") and pair.value.endswith("]")):
        return None
    members = [(one or two or bare).strip() for one, two, bare in _MEMBER.findall(pair.value[1:-1])]
    instead = f"[{', '.join(quoted(member) for member in members)}]"
    says = _("put each word of the list in quotes, with commas between: {key} {value}")
    return says.format(key=pair.key.strip(), value=instead), instead


def _mend_quotes(pair: Pair) -> tuple[str, str] | None:
    if pair.value[0] not in "\"'" or pair.value.count(pair.value[0]) % 2 == 0:
        return None
    bare = pair.value.strip(pair.value[0])
    instead = bare if _NUMBER.fullmatch(bare) else quoted(bare)
    says = _("a quote is opened and not closed; expected {key} {value}")
    return says.format(key=pair.key.strip(), value=instead), instead


def _mend_number(pair: Pair) -> tuple[str, str] | None:
    if not re.fullmatch(r"[\d,.]+", pair.value):
        return None
    if len(pair.value) > DIGITS_AT_MOST:
        says = _("the number of '{key}' is too long to be meant; is a sign missing in it?")
        return says.format(key=pair.name), f'"{UNREADABLE}"'
    bare = pair.value.replace(",", ".").lstrip("0")
    bare = f"0{bare}" if bare.startswith(".") or not bare else bare
    says = _("{value} is not a number here; expected it without leading zeros or commas, as {bare}")
    return says.format(value=pair.value, bare=bare), f'"{UNREADABLE}"'


_MENDERS: tuple[Callable[[Pair], tuple[str, str] | None], ...] = (
    _mend_empty,
    _mend_date,
    _mend_clock,
    _mend_quotes,
    _mend_words,
    _mend_list,
    _mend_number,
)


def _short(line: str) -> str:
    line = line.strip()
    return line if len(line) <= SHOWN_AT_MOST else f"{line[: SHOWN_AT_MOST - 1]}…"
