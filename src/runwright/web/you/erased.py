"""Everything of a runner deleted, and not only out of sight."""

from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction

from runwright.domain.words import _, ngettext
from runwright.web.runner.models import RunnerRecord
from runwright.web.runner.reading import clear_away


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """What would go, as a person counts it."""

    says: tuple[str, ...]


def what_goes(record: RunnerRecord) -> Going:
    """Return what deleting takes away."""
    runs, plans = record.run_rows.count(), record.plans.count()
    sessions = record.performed.filter(is_latest=True).count()
    mornings = record.check_ins.filter(is_latest=True).count()
    decisions = record.decisions.count()
    return Going(
        says=(
            _("your answers: who you are, days, kit, races, pains, tests"),
            ngettext("{n} run", "{n} runs", runs).format(n=runs),
            ngettext("{n} plan", "{n} plans", plans).format(n=plans),
            ngettext("{n} session you logged", "{n} sessions you logged", sessions).format(
                n=sessions
            ),
            ngettext("{n} check-in", "{n} check-ins", mornings).format(n=mornings),
            ngettext("{n} decision", "{n} decisions", decisions).format(n=decisions),
        )
    )


def erase(record: RunnerRecord) -> None:
    """Delete a runner with everything of theirs; on SQLite the freed pages are overwritten too.

    On a server the account goes with it; a laptop's own account holds nothing and stays.
    """
    is_sqlite = connection.vendor == "sqlite"
    if is_sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    with transaction.atomic():
        for reading in record.readings.all():
            clear_away(reading)
        user = record.user
        record.delete()
        if not settings.IS_LAPTOP:
            user.delete()
        if is_sqlite:
            transaction.on_commit(_empty_journal)


def _empty_journal() -> None:
    """Write the journal into the file and empty it, so that nothing old is left in it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
