"""unsourced-number: a number in a coaching room is knowledge, or has a name and a reason."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.fault import Fault, Module

RULE = "unsourced-number"
COACHING_ROOMS = frozenset({"rules", "training", "screening", "planning", "coaching"})
FREE = frozenset({0, 1, 2, 100, 180, 360})
UNIT_FACTORS = frozenset({7, 24, 60, 3600})  # days a week, hours a day, minutes, seconds an hour


def faults(module: Module) -> Iterator[Fault]:
    """Faults for every literal number that is neither free nor a named constant with a reason."""
    if module.room not in COACHING_ROOMS:
        return
    named = {
        id(node): statement
        for statement in module.tree.body
        if _names_a_constant(statement)
        for node in ast.walk(statement)
    }
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Constant) or not _needs_a_source(node.value):
            continue
        number = ast.unparse(node)
        constant = named.get(id(node))
        if constant is None:
            says = f"{number} belongs in knowledge/base, or in a module constant with a reason"
            yield module.fault(node.lineno, RULE, says)
        elif node.value not in UNIT_FACTORS and not _has_reason(module, constant):
            says = f"say in a comment why {number}, beside or above the constant"
            yield module.fault(node.lineno, RULE, says)


def _needs_a_source(value: object) -> bool:
    return type(value) in {int, float, complex} and value not in FREE


def _names_a_constant(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign):
        targets = [statement.target]
    else:
        return False
    return all(isinstance(name, ast.Name) and name.id.isupper() for name in targets)


def _has_reason(module: Module, constant: ast.stmt) -> bool:
    """Whether a comment stands beside the constant, or on a line of its own right above."""
    above = constant.lineno - 1
    if above in module.comments and all(above != other.end_lineno for other in module.tree.body):
        return True
    last = constant.end_lineno or constant.lineno
    return any(line in module.comments for line in range(constant.lineno, last + 1))
