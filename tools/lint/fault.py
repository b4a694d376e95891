"""What a lint rule hands back: a place in a file, the rule, and a sentence for its author."""

from __future__ import annotations

import io
import re
import tokenize
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable, Iterator

ALLOWANCE = re.compile(r"#\s*lint:\s*allow\s+(?P<rule>[\w-]+)\s*(?::\s*(?P<reason>.*\S))?")


@dataclass(frozen=True, order=True, slots=True, kw_only=True)
class Fault:
    """Something a rule found; `line` counts from 1."""

    file: str
    line: int
    rule: str
    says: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.says}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A source file as the rules see it; `room` is the folder or file right under the package."""

    file: str
    room: str
    tree: ast.Module
    comments: dict[int, str]

    def fault(self, line: int, rule: str, says: str) -> Fault:
        """Return a fault of this file."""
        return Fault(file=self.file, line=line, rule=rule, says=says)


def comments_by_line(source: str) -> dict[int, str]:
    """Return the comment on each line that has one."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}


def without_allowed(module: Module, found: Iterable[Fault]) -> Iterator[Fault]:
    """Faults that no comment on their line allows, and comments that allow without need or reason.

    A comment reads `# lint: allow <rule>: <reason>`.
    """
    allowed = {line: ALLOWANCE.search(text) for line, text in module.comments.items()}
    used = set()
    for fault in found:
        allowance = allowed.get(fault.line)
        if allowance is None or allowance["rule"] != fault.rule:
            yield fault
        else:
            used.add(fault.line)
    for line, allowance in allowed.items():
        if allowance is not None and not allowance["reason"]:
            yield module.fault(line, "allowance", "say why: '# lint: allow <rule>: <reason>'")
        elif allowance is not None and line not in used:
            yield module.fault(
                line, "allowance", f"nothing here breaks {allowance['rule']}; delete the comment"
            )
