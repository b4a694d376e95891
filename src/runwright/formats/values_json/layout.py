"""JSON text that is small and still readable: what fits on a line stays on one line."""

import json

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool | None

LINE_AT_MOST = 120  # a run, a dose or a block fits


def laid_out(value: Plain) -> str:
    """Return the JSON text of a value, ending in a line break; the same value, the same bytes.

    Raises
    ------
    ValueError
        If a number is NaN or infinite, which JSON cannot say.
    """
    return _lines(value, indent=0, room=LINE_AT_MOST) + "\n"


def _lines(value: Plain, *, indent: int, room: int) -> str:
    short = _short(value)
    if len(short) <= room or not isinstance(value, (dict, list)) or not value:
        return short
    inner = indent + 1
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}:"
            + _lines(part, indent=inner, room=LINE_AT_MOST - inner - len(key) - len('"":,'))
            for key, part in value.items()
        ]
        opening, closing = "{", "}"
    else:
        parts = [_lines(part, indent=inner, room=LINE_AT_MOST - inner - 1) for part in value]
        opening, closing = "[", "]"
    gap = "\n" + " " * inner
    return f"{opening}{gap}{f',{gap}'.join(parts)}\n{' ' * indent}{closing}"


def _short(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
