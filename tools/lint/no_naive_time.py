"""no-naive-time: moments know their zone, and only the rooms with a clock ask what day it is."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.fault import Fault, Module

RULE = "no-naive-time"
ROOMS_WITH_A_CLOCK = frozenset({"cli", "web"})
ALWAYS_NAIVE = frozenset({"datetime.utcnow", "datetime.utcfromtimestamp", "datetime.today"})
NAIVE_WITHOUT_ZONE = {
    "datetime.now": 1,
    "datetime.fromtimestamp": 2,
}  # arguments when zone is given


def faults(module: Module) -> Iterator[Fault]:
    """Faults for moments without a zone, and for asking today's date outside cli and web."""
    real_names = _imported_names(module.tree)
    for call in ast.walk(module.tree):
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
            continue
        asked = f"{_owner(call.func.value, real_names)}.{call.func.attr}"
        if asked in ALWAYS_NAIVE or _lacks_zone(asked, call):
            yield module.fault(call.lineno, RULE, f"{asked}() has no zone: pass an aware `now`")
        elif asked == "date.today" and module.room not in ROOMS_WITH_A_CLOCK:
            yield module.fault(call.lineno, RULE, "take `today` as an argument")


def _imported_names(tree: ast.Module) -> dict[str, str]:
    """Return what each imported name is called at home: `D` is `datetime` after `… as D`."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "datetime"
        for alias in node.names
    }


def _owner(node: ast.expr, real_names: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return real_names.get(node.id, node.id) if isinstance(node, ast.Name) else ""


def _lacks_zone(asked: str, call: ast.Call) -> bool:
    needed = NAIVE_WITHOUT_ZONE.get(asked)
    if needed is None:
        return False
    zones = [keyword.value for keyword in call.keywords if keyword.arg in {"tz", None}]
    zones += call.args[needed - 1 : needed]
    return not zones or any(isinstance(zone, ast.Constant) and zone.value is None for zone in zones)
