"""Every table that holds something of one runner, parents first, and its rows as plain values.

Rule for the next author: a table that hangs on the runner, or on a row of theirs, is found by
itself; it goes out with the rest, comes back with it and is deleted with it. What should not go
out is named in `STAYS_HERE` with its reason.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _
from runwright.formats.values_json.decode import UnreadableError
from runwright.web.runner.models import RunnerRecord, RunRow

STAYS_HERE = {
    "runner.runreading": "how an import went; its runs are there",
    "accounts.signinlink": "a key to this machine",
    "api.apitoken": "a key to this machine",
}
READ_BY = (
    "plan",
    "session",
    "check_in",
    "decided",
    "asked",
)  # properties that read a row's document

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a runner.

    Attributes
    ----------
    path
        From a row to the runner, as a query says it: ``runner`` or ``plan__runner``.
    """

    model: type[models.Model]
    path: str

    @property
    def name(self) -> str:
        """``season.planrecord``, as the file is called."""
        return str(self.model._meta.label_lower)  # noqa: SLF001  # Django's own way to ask

    def rows(self, runner: RunnerRecord) -> "models.QuerySet[Any]":
        """Return the rows of a runner, in the order they were made."""
        manager = self.model._default_manager  # noqa: SLF001  # Django's own way to ask
        return manager.filter(**{self.path: runner}).order_by("pk")


class TableFaultError(RunwrightError):
    """A row that is not what its table holds."""

    code = "you.table-fault"

    def __init__(self, *, table: str, number: int, says: str) -> None:
        self.table, self.number = table, number
        super().__init__(
            _("{table}, row {number}: {says}").format(table=table, number=number, says=says)
        )


def tables() -> tuple[Table, ...]:
    """Return every table that hangs on a runner, those that others hang on first."""
    found: dict[str, Table] = {}
    waiting = [(RunnerRecord, "")]
    while waiting:
        parent, path = waiting.pop(0)
        for child, name in _children(parent):
            table = Table(model=child, path=f"{name}__{path}" if path else name)
            if table.name not in found and table.name not in STAYS_HERE:
                found[table.name] = table
                waiting.append((child, table.path))  # type: ignore[arg-type]
    return tuple(found.values())


def row_values(row: models.Model) -> Row:
    """Return a row as plain values by column; its own number under ``id``."""
    values = {field.attname: field.value_from_object(row) for field in _fields(type(row))}
    return {name: _plain(value) for name, value in values.items()}


def row_made(table: Table, told: Mapping[str, Any], keys: "Keys", number: int) -> models.Model:
    """Return the row that values describe, not saved, on the runner it now belongs to.

    Raises
    ------
    TableFaultError
        If they are not values of this table.
    """
    try:
        values = dict(_columns(table, told, keys))
        row = table.model(**values)
        _check_columns(row)
        _check_document(row)
    except (ValidationError, UnreadableError, RunwrightError, KeyError, TypeError, ValueError) as e:
        says = "; ".join(e.messages) if isinstance(e, ValidationError) else str(e)
        raise TableFaultError(table=table.name, number=number, says=says) from e
    return row


def keep_times(row: models.Model, told: Mapping[str, Any]) -> None:
    """Give a row its own times back where the table writes the present one by itself."""
    own = {
        field.attname: field.to_python(told[field.attname])
        for field in _fields(type(row))
        if (getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False))
        and field.attname in told
    }
    if own:
        type(row)._default_manager.filter(pk=row.pk).update(**own)  # noqa: SLF001


class Keys:
    """Which row an old number stands for now."""

    def __init__(self, runner: RunnerRecord) -> None:
        self._runner = runner
        self._now: dict[tuple[type[models.Model], int], int] = {}

    def note(self, row: models.Model, old: object) -> None:
        """Take down that a row had another number where it comes from."""
        if isinstance(old, int):
            self._now[type(row), old] = row.pk

    def find(self, model: type[models.Model], old: object) -> int | None:
        """Return the number of a row now; None where there was none."""
        if old is None:
            return None
        if model is RunnerRecord:
            return self._runner.pk
        if model is type(self._runner.user):
            return self._runner.user.pk
        return self._now[model, int(str(old))]


def _children(parent: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for relation in parent._meta.related_objects:  # noqa: SLF001  # Django's own way to ask
        if relation.one_to_many or relation.one_to_one:
            yield relation.related_model, relation.field.name


def _fields(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    return list(model._meta.concrete_fields)  # noqa: SLF001  # Django's own way to ask


def _columns(table: Table, told: Mapping[str, Any], keys: Keys) -> Iterator[tuple[str, Any]]:
    for field in _fields(table.model):
        if field.primary_key or field.attname not in told:
            continue
        value = told[field.attname]
        if field.is_relation:
            yield field.attname, keys.find(field.related_model, value)  # type: ignore[arg-type]
        else:
            yield field.attname, field.to_python(value)


def _check_columns(row: models.Model) -> None:
    for field in _fields(type(row)):
        value = field.value_from_object(row)
        if value is not None and not field.is_relation:
            field.run_validators(value)
        elif value is None and not field.null and not field.primary_key:
            raise ValueError(_("{column} is missing").format(column=field.attname))


def _check_document(row: models.Model) -> None:
    """Read what a row holds, so that nothing comes in that no page could show."""
    if isinstance(row, RunRow):
        row.run()
    for name in READ_BY:
        getattr(row, name, None)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
