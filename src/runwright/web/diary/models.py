"""Tables of the diary; a session is kept as it arrived, each correction beside it."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from django.db import models, transaction

from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession
from runwright.formats.session_json import performed_text, read_performed
from runwright.formats.values_json.decode import Decoder
from runwright.formats.values_json.encode import plain
from runwright.knowledge.library import load_library
from runwright.usecases.standing import standing_of
from runwright.web.runner.models import RunnerRecord

PAIN_TOLD = '"pain_0_10"'  # stands in the document of a session in which something hurt
SESSIONS_AT_HAND = 1024  # some years of one runner; a row never changes, a correction is another


class PerformedRecord(models.Model):
    """A session in one of its versions: the first as it was sent, each later one a correction."""

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="performed")
    session_id = models.CharField(max_length=64)
    version = models.PositiveSmallIntegerField(default=1)
    is_latest = models.BooleanField(default=True)
    script = models.CharField(max_length=80)
    started_at = models.DateTimeField()
    received_at = models.DateTimeField()
    document = models.TextField()

    class Meta:
        ordering = ("started_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("runner", "session_id", "version"), name="a_session_is_kept_once"
            ),
        )

    def __str__(self) -> str:
        return f"session {self.session_id} v{self.version}"

    @property
    def session(self) -> PerformedSession:
        """The session."""
        return _session_of(self.document)


class TableDiary:
    """The diary of one runner: what the use case of recording needs."""

    def __init__(self, runner: RunnerRecord) -> None:
        self.runner = runner

    def has(self, session_id: str) -> bool:
        """Whether a session was written down before."""
        return self.runner.performed.filter(session_id=session_id).exists()

    def add(self, session: PerformedSession, *, received_at: datetime) -> None:
        """Write a session down; the same again, sent at the same moment, changes nothing."""
        PerformedRecord.objects.bulk_create(
            [self.row(session, 1, received_at)], ignore_conflicts=True
        )
        self._note_pains(session)

    def correct(self, session: PerformedSession, *, received_at: datetime) -> None:
        """Write a later version of a session that is there; the earlier ones stay readable."""
        with transaction.atomic():
            rows = self.runner.performed.filter(session_id=session.id)
            last = rows.order_by("-version").first()
            rows.update(is_latest=False)
            self.row(session, 1 if last is None else last.version + 1, received_at).save()
        write_standing(self.runner)

    def remove(self, session_id: str) -> bool:
        """Take a session out of the diary; its versions stay, for bringing it back.

        Sent again by the phone it does not come back: its id is still known.
        """
        rows = self.runner.performed.filter(session_id=session_id)
        found = bool(rows.update(is_latest=False))
        write_standing(self.runner)
        return found

    def bring_back(self, session_id: str) -> bool:
        """Put a session that was taken out back in its last version."""
        rows = self.runner.performed.filter(session_id=session_id)
        last = rows.order_by("-version").first()
        found = last is not None and bool(rows.filter(pk=last.pk).update(is_latest=True))
        write_standing(self.runner)
        return found

    def sessions(
        self, *, since: datetime | None = None, before: datetime | None = None
    ) -> tuple[PerformedSession, ...]:
        """Return sessions in their latest version, by start; all where no times are named."""
        rows = self.runner.performed.filter(is_latest=True)
        if since is not None:
            rows = rows.filter(started_at__gte=since)
        if before is not None:
            rows = rows.filter(started_at__lt=before)
        return tuple(row.session for row in rows)

    def of_script(self, script: str) -> tuple[PerformedSession, ...]:
        """Return how a session was done, in its latest versions, by start."""
        rows = self.runner.performed.filter(is_latest=True, script=script).order_by("started_at")
        return tuple(row.session for row in rows)

    def _note_pains(self, session: PerformedSession) -> None:
        if session.pains:
            write_standing(self.runner)

    def row(
        self, session: PerformedSession, version: int, received_at: datetime
    ) -> PerformedRecord:
        """Return the row of a session in one of its versions, not saved."""
        return PerformedRecord(
            runner=self.runner,
            session_id=session.id,
            version=version,
            script=session.script,
            started_at=session.started_at,
            received_at=received_at,
            document=performed_text(session),
        )


@lru_cache(maxsize=SESSIONS_AT_HAND)
def _session_of(document: str) -> PerformedSession:
    """Return the session of a document; what was read before is not read again."""
    return read_performed(document, source="the diary")


class CheckInRecord(models.Model):
    """How a morning was, in one of its versions; a day's latest word counts, earlier ones stay."""

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="check_ins")
    day = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    is_latest = models.BooleanField(default=True)
    changed_at = models.DateTimeField(auto_now=True)
    document = models.JSONField()

    class Meta:
        ordering = ("day", "version")
        constraints = (
            models.UniqueConstraint(
                fields=("runner", "day", "version"), name="a_check_in_is_kept_once"
            ),
            models.UniqueConstraint(
                fields=("runner", "day"),
                condition=models.Q(is_latest=True),
                name="one_check_in_counts_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"check-in of {self.day} v{self.version}"

    @property
    def check_in(self) -> CheckIn:
        """The check-in."""
        value: CheckIn = Decoder().read(CheckIn, self.document, "")
        return value


def keep_check_in(runner: RunnerRecord, told: CheckIn) -> None:
    """Write a check-in down; an earlier one of the day stays readable beside it."""
    with transaction.atomic():
        rows = _of_day(runner, told.day)
        last = rows.last()
        if last is not None and last.is_latest and last.check_in == told:
            return
        rows.update(is_latest=False)
        CheckInRecord.objects.create(
            runner=runner,
            day=told.day,
            version=1 if last is None else last.version + 1,
            document=plain(told),
        )
        write_standing(runner)


def remove_check_in(runner: RunnerRecord, day: date) -> bool:
    """Take a morning out of the diary; its versions stay, for bringing it back."""
    with transaction.atomic():
        found = bool(_of_day(runner, day).update(is_latest=False))
        write_standing(runner)
    return found


def bring_back_check_in(runner: RunnerRecord, day: date, version: int | None = None) -> bool:
    """Let a version of a morning count, the last one where none is named; False without it."""
    with transaction.atomic():
        rows = _of_day(runner, day)
        last = rows.last() if version is None else rows.filter(version=version).first()
        if last is None:
            return False
        rows.update(is_latest=False)
        rows.filter(pk=last.pk).update(is_latest=True)
        write_standing(runner)
    return True


def _of_day(runner: RunnerRecord, day: date) -> "models.QuerySet[CheckInRecord]":
    """Versions of a morning, the first one first; two who write wait for each other."""
    RunnerRecord.objects.select_for_update().filter(pk=runner.pk).first()
    return CheckInRecord.objects.filter(runner=runner, day=day).order_by("version")


def keep_diary(
    runner: RunnerRecord, sessions: Iterable[PerformedSession], check_ins: Iterable[CheckIn]
) -> None:
    """Write down a diary that was kept elsewhere; what is there already stays as it is."""
    diary = TableDiary(runner)
    PerformedRecord.objects.bulk_create(
        [diary.row(one, 1, one.ended_at) for one in sessions], ignore_conflicts=True
    )
    rows = [CheckInRecord(runner=runner, day=one.day, document=plain(one)) for one in check_ins]
    CheckInRecord.objects.bulk_create(rows, ignore_conflicts=True)
    write_standing(runner)


def write_standing(runner: RunnerRecord) -> None:
    """Write down what the diary says of the body that still counts, for every page to know."""
    told = runner.check_ins.filter(is_latest=True)
    sore = runner.performed.filter(is_latest=True, document__contains=PAIN_TOLD)
    found = standing_of(
        runner.runner,
        [one.check_in for one in told],
        [one.session for one in sore],
        load_library(),
    )
    if plain(found) != runner.standing:
        runner.standing = plain(found)
        runner.save(update_fields=("standing",))
