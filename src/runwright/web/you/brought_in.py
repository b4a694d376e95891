"""An archive of everything, brought back onto an empty account, whole or not at all."""

import json
import zipfile
from typing import IO, Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.dateparse import parse_datetime

from runwright.domain.errors import RunwrightError
from runwright.domain.words import _
from runwright.formats.values_json.decode import UnreadableError
from runwright.web.diary.models import write_standing
from runwright.web.runner.models import RunnerRecord
from runwright.web.you.tables import Keys, Table, TableFaultError, keep_times, row_made, tables
from runwright.web.you.taken_out import FORMAT, HEAD, LOOKS, RUNNER, TABLES, VERSION

FAULTS = (zipfile.BadZipFile, EOFError, OSError, ValueError, UnreadableError, ValidationError)
LARGEST_BYTES = 400_000_000  # unpacked, all of it: decades of runs and plans are far below


class NotBroughtInError(RunwrightError):
    """An archive that cannot be brought back; nothing was written."""

    code = "you.not-brought-in"

    def __init__(self, says: str) -> None:
        self.says = says
        super().__init__(says)


def bring_in(file: IO[bytes], user: User) -> RunnerRecord:
    """Return the runner of an archive, with every row of theirs, written down.

    Raises
    ------
    NotBroughtInError
        If it is no such archive, is damaged, or somebody is there already.
    """
    if RunnerRecord.objects.filter(user=user).exists():
        raise NotBroughtInError(
            _("There are answers here already. Delete everything first, then bring it back.")
        )
    try:
        with zipfile.ZipFile(file) as opened, transaction.atomic():
            _check(opened)
            record = _runner(_told(opened, RUNNER), user)
            keys = Keys(record)
            for table in tables():
                _rows(opened, table, keys)
            write_standing(record)
            return record
    except FAULTS as error:
        raise NotBroughtInError(
            _("This is not a whole archive of Runwright ({why}). Nothing was written.").format(
                why=str(error)[:120] or type(error).__name__
            )
        ) from error
    except TableFaultError as error:
        raise NotBroughtInError(
            _("The archive is damaged: {says} Nothing was written.").format(says=error)
        ) from error


def _check(opened: zipfile.ZipFile) -> None:
    if sum(one.file_size for one in opened.infolist()) > LARGEST_BYTES:
        raise NotBroughtInError(_("This archive is far larger than any of Runwright's."))
    if HEAD not in opened.namelist():
        raise NotBroughtInError(
            _("This archive is not one of Runwright's own: {file} is not in it.").format(file=HEAD)
        )
    head = _told(opened, HEAD)
    if head.get("format") != FORMAT or head.get("version") != VERSION:
        raise NotBroughtInError(
            _("This archive was made by another version of Runwright, which we cannot read.")
        )


def _told(opened: zipfile.ZipFile, name: str) -> dict[str, Any]:
    found = json.loads(opened.read(name)) if name in opened.namelist() else {}
    return found if isinstance(found, dict) else {}


def _runner(told: dict[str, Any], user: User) -> RunnerRecord:
    told_at = parse_datetime(str(told.get("told_at")))
    looks = {name: told[name] for name in LOOKS if name in told}
    record = RunnerRecord(user=user, document=told.get("document"), **looks)
    record.steps = [str(one) for one in record.steps]
    if told_at is not None:
        record.told_at = told_at
    record.clean_fields(exclude=["user", "document", "steps", "standing"])
    record.tell(record.runner)  # reads the document whole, and raises where it is none
    return record


def _rows(opened: zipfile.ZipFile, table: Table, keys: Keys) -> None:
    name = f"{TABLES}{table.name}.json"
    if name not in opened.namelist():
        return
    for number, told in enumerate(json.loads(opened.read(name)), start=1):
        if not isinstance(told, dict):
            raise TableFaultError(table=table.name, number=number, says=_("it is no row."))
        row = row_made(table, told, keys, number)
        row.save()
        keep_times(row, told)
        keys.note(row, told.get("id"))
