"""falsy-quantity: zero is a value, so an amount is compared and never asked whether it is true."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.lint.units import is_quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.fault import Fault, Module

RULE = "falsy-quantity"
YES_OR_NO = ("is_", "has_", "in_", "needs_", "wants_")  # such names are answers, not amounts


def faults(module: Module) -> Iterator[Fault]:
    """Faults for `if x.rir`, `not load_kg`, `x.load_kg or …`, `bool(rest_s)` and their kin."""
    found = {
        (operand.lineno, name)
        for node in ast.walk(module.tree)
        for asked in _asked_for_truth(node)
        for operand in _operands(asked)
        if (name := _name(operand)) and is_quantity(name) and not name.startswith(YES_OR_NO)
    }
    for line, name in found:
        yield module.fault(line, RULE, f"0 is a value of '{name}': compare it, or say 'is None'")


def _asked_for_truth(node: ast.AST) -> list[ast.expr]:
    match node:
        case (
            ast.If(test=asked)
            | ast.While(test=asked)
            | ast.IfExp(test=asked)
            | ast.Assert(test=asked)
            | ast.UnaryOp(op=ast.Not(), operand=asked)
            | ast.match_case(guard=ast.expr() as asked)
        ):
            return [asked]
        case (
            ast.comprehension(ifs=several)
            | ast.BoolOp(values=[*several, _])  # the last one is the result, not asked
            | ast.Call(func=ast.Name(id="bool"), args=several)
        ):
            return several
        case _:
            return []


def _operands(asked: ast.expr) -> list[ast.expr]:
    """Return what `a and b or c` is made of, once the whole is asked for truth."""
    if isinstance(asked, ast.BoolOp):
        return [operand for value in asked.values for operand in _operands(value)]
    return [asked]


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
