"""unit-suffix: a float field says its unit in its name, because names reach JSON, SQL and logs."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.lint.units import names_its_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.lint.fault import Fault, Module

RULE = "unit-suffix"


def faults(module: Module) -> Iterator[Fault]:
    """Faults for every float field of a dataclass that names no unit.

    A class with a field `unit` says it there, for all its numbers.
    """
    for owner in ast.walk(module.tree):
        if not isinstance(owner, ast.ClassDef) or not _is_dataclass(owner):
            continue
        fields = _fields(owner)
        if any(name == "unit" for name, _ in fields):
            continue
        for name, field in fields:
            if _holds_float(field.annotation) and not names_its_unit(name):
                says = f"'{owner.name}.{name}' is a float of what? End it in a unit, as 'rest_s'"
                yield module.fault(field.lineno, RULE, says)


def _is_dataclass(owner: ast.ClassDef) -> bool:
    makers = [
        maker.func if isinstance(maker, ast.Call) else maker for maker in owner.decorator_list
    ]
    return any(_last_word(maker) == "dataclass" for maker in makers) or any(
        _last_word(base) == "NamedTuple" for base in owner.bases
    )


def _last_word(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def _fields(owner: ast.ClassDef) -> list[tuple[str, ast.AnnAssign]]:
    return [
        (statement.target.id, statement)
        for statement in owner.body
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and not ast.unparse(statement.annotation).startswith(("ClassVar", "typing.ClassVar"))
    ]


def _holds_float(annotation: ast.expr) -> bool:
    """Whether a value, or a member of it, is a float; what a callable takes is its own matter."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    if isinstance(annotation, ast.Subscript) and _last_word(annotation.value) == "Callable":
        return False
    return any(isinstance(node, ast.Name) and node.id == "float" for node in ast.walk(annotation))
