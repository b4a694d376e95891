"""Tables of runners, runs and imports; the runner is kept whole as a document, runs one by one."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.utils import timezone

from runwright.domain.problem import Problem
from runwright.domain.run import Run, RunKind, RunSource
from runwright.domain.runner import Runner
from runwright.formats.values_json.decode import Decoder
from runwright.formats.values_json.encode import plain
from runwright.knowledge.library import load_library
from runwright.usecases.standing import Standing, as_known

SILENT_AFTER = timedelta(seconds=90)  # then whoever was reading is gone


class RunnerRecord(models.Model):
    """A runner: what was told, and how they like to see it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="runner"
    )
    document = models.JSONField()
    language = models.CharField(max_length=16, default="", blank=True)
    units = models.CharField(max_length=8, default="metric")
    body = models.CharField(max_length=8, default="slight")
    palette = models.CharField(max_length=8, default="sand")
    voice = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False)
    steps = models.JSONField(default=list)  # names of the set-up steps that were answered
    standing = models.JSONField(default=dict)  # what the diary says that still counts
    told_at = models.DateTimeField(default=timezone.now)  # when what plans rest on last changed
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"runner {self.pk}"

    @property
    def runner(self) -> Runner:
        """The runner as their answers tell."""
        value: Runner = Decoder().read(Runner, self.document, "")
        return value

    @runner.setter
    def runner(self, value: Runner) -> None:
        self.document = plain(value)

    @property
    def known(self) -> Runner:
        """The runner with what their diary says: what plans and gates are made for."""
        return as_known(self.runner, self.heard, load_library())

    @property
    def heard(self) -> Standing:
        """What the diary says that still counts; written anew with every entry of it."""
        value: Standing = Decoder().read(Standing, self.standing, "")
        return value

    def tell(self, value: Runner, *, step: str = "") -> None:
        """Write down what was told, and which step of the set-up it answers."""
        if value != self.runner:
            self.runner = value
            self.told_at = timezone.now()
        if step and step not in self.steps:
            self.steps = [*self.steps, step]
        self.save()

    def runs(self) -> tuple[Run, ...]:
        """Return every run, by start."""
        return tuple(row.run() for row in self.run_rows.all())

    def runs_since(self, day: date) -> tuple[Run, ...]:
        """Return the runs from about a day on, by start."""
        return tuple(row.run() for row in self.run_rows.filter(started_at__date__gte=day))

    def add_runs(self, runs: Iterable[Run]) -> int:
        """Write runs down, those that are there already once; return how many were new."""
        known = set(self.run_rows.values_list("started_at", flat=True))
        rows = [RunRow.of(self, run) for run in runs]
        new = {row.started_at: row for row in rows if row.started_at not in known}
        RunRow.objects.bulk_create(new.values(), ignore_conflicts=True)
        if new:
            self.told_at = timezone.now()
            self.save(update_fields=("told_at",))
        return len(new)


KNOWN = "_runner_known"  # on the user of a request: who is asked for many times, is read once


def know_runner(user: User | AnonymousUser) -> RunnerRecord | None:
    """Return the runner who is signed in, and have the rest of the request know them too."""
    found = runner_of(user)
    if found is not None:
        setattr(user, KNOWN, found)
    return found


def runner_of(user: User | AnonymousUser) -> RunnerRecord | None:
    """Return the runner who is signed in; None before anything was told."""
    if not isinstance(user, User):
        return None
    known: RunnerRecord | None = getattr(user, KNOWN, None)
    return RunnerRecord.objects.filter(user=user).first() if known is None else known


class RunRow(models.Model):
    """One run as it was recorded."""

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="run_rows")
    started_at = models.DateTimeField()
    duration_s = models.FloatField()
    elapsed_s = models.FloatField()
    distance_m = models.FloatField(null=True)
    ascent_m = models.FloatField(null=True)
    mean_heart_rate_bpm = models.FloatField(null=True)
    max_heart_rate_bpm = models.FloatField(null=True)
    rpe = models.FloatField(null=True)
    indoor = models.BooleanField(default=False)
    kind_hint = models.CharField(max_length=16, default="", blank=True)
    title = models.CharField(max_length=200, default="", blank=True)
    sources = models.JSONField(default=list)

    class Meta:
        ordering = ("started_at",)
        constraints = (
            models.UniqueConstraint(fields=("runner", "started_at"), name="one_run_at_a_time"),
        )

    def __str__(self) -> str:
        return f"run at {self.started_at:%Y-%m-%d %H:%M}"

    @classmethod
    def of(cls, runner: RunnerRecord, run: Run) -> "RunRow":
        """Return the row of a run, not yet saved."""
        return cls(
            runner=runner,
            started_at=run.started_at.astimezone(UTC),
            duration_s=run.duration_s,
            elapsed_s=run.elapsed_s,
            distance_m=run.distance_m,
            ascent_m=run.ascent_m,
            mean_heart_rate_bpm=run.mean_heart_rate_bpm,
            max_heart_rate_bpm=run.max_heart_rate_bpm,
            rpe=run.rpe,
            indoor=run.indoor,
            kind_hint="" if run.kind_hint is None else run.kind_hint.value,
            title=run.title[:200],
            sources=[[one.label, one.format] for one in run.sources],
        )

    def run(self) -> Run:
        """Return the run."""
        return Run(
            started_at=self.started_at,
            duration_s=self.duration_s,
            elapsed_s=self.elapsed_s,
            distance_m=self.distance_m,
            ascent_m=self.ascent_m,
            mean_heart_rate_bpm=self.mean_heart_rate_bpm,
            max_heart_rate_bpm=self.max_heart_rate_bpm,
            rpe=self.rpe,
            indoor=self.indoor,
            kind_hint=RunKind(self.kind_hint) if self.kind_hint else None,
            title=self.title,
            sources=tuple(RunSource(label=label, format=kind) for label, kind in self.sources),
        )


class ReadingState(models.TextChoices):
    """How an import stands."""

    READING = "reading"
    DONE = "done"
    FAILED = "failed"


class RunReading(models.Model):
    """One import of run files.

    `total` counts files and is 0 until they are counted; `found` and `added` count runs.
    """

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="readings")
    state = models.CharField(
        max_length=8, choices=ReadingState.choices, default=ReadingState.READING
    )
    names = models.JSONField(default=list)
    size_bytes = models.BigIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField(auto_now_add=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    fault = models.CharField(max_length=400, default="", blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"import {self.pk}: {self.state}"

    @property
    def folder(self) -> Path:
        """Where its files lie until they are read."""
        return Path(settings.DATA_DIR) / "imports" / str(self.pk)

    @property
    def is_reading(self) -> bool:
        """Whether it is under way."""
        return self.state == ReadingState.READING

    def is_silent(self, now: datetime) -> bool:
        """Whether nobody has said anything of it for so long that it must be begun again."""
        return self.is_reading and now - self.beat_at > SILENT_AFTER

    def told_problems(self) -> tuple[Problem, ...]:
        """Return what could not be read, and why."""
        return tuple(Problem(**one) for one in self.problems)


def latest_reading(runner: RunnerRecord) -> RunReading | None:
    """Return the import a runner started last; None before the first."""
    return RunReading.objects.filter(runner=runner).first()
