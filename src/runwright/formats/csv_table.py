"""Tables in CSV files: any usual encoding and separator, rows as the file has them."""

import csv
import io
from dataclasses import dataclass
from itertools import islice

SEPARATORS = (";", "\t", ",")  # a comma may be a decimal comma, so the others are tried first
QUOTE = '"'
MOST_ROWS = 200_000  # a run a day for 500 years
BYTE_ORDER_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb": "utf-8-sig"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table.

    Attributes
    ----------
    line
        Line of the file it ends on, from 1.
    cells
        Its cells, without spaces around them.
    """

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its header.

    Attributes
    ----------
    header
        Cells of the first row that is not empty; () when there is none.
    rows
        The rows after it that are not empty.
    broken_line
        Line at which the table stops making sense; None when it is whole.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    broken_line: int | None = None


def read_table(data: bytes) -> Table:
    """Return the table in a CSV file; whatever is broken ends it."""
    text = as_text(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    rows: list[Row] = []
    first_line = last_first_line = 1
    broken_line = None
    try:
        for cells in islice(reader, MOST_ROWS):
            last_first_line, first_line = first_line, reader.line_num + 1
            if any(cell.strip() for cell in cells):
                rows.append(Row(line=reader.line_num, cells=tuple(map(str.strip, cells))))
        # A quote never closed has swallowed all lines after it.
        if text.count(QUOTE) % 2 == 1 or len(rows) == MOST_ROWS:
            broken_line = last_first_line
    except csv.Error:
        broken_line = first_line
    header = rows[0].cells if rows else ()
    return Table(header=header, rows=tuple(rows[1:]), broken_line=broken_line)


def as_text(data: bytes) -> str:
    """Return the text of a file: as its byte order mark says, else UTF-8, else Windows-1252."""
    encoding = BYTE_ORDER_MARKS.get(data[:2])
    if encoding is not None:
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def separator_of(text: str) -> str:
    """Return what separates the cells of the first line."""
    first = next((line for line in text.splitlines()[:10] if line.strip()), "")
    return next((sign for sign in SEPARATORS if sign in first), ",")
