"""Tables of the coach: what was decided, line by line, and what each session had asked for."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from django.db import models

from runwright.domain.proposal import Decided
from runwright.domain.script import SessionScript
from runwright.formats.session_json import read_script, script_text
from runwright.formats.values_json.decode import Decoder
from runwright.formats.values_json.encode import object_of
from runwright.formats.values_json.said import Sayings, said_in, said_now
from runwright.usecases.asked_for import asked_for
from runwright.web.runner.models import RunnerRecord
from runwright.web.season.models import PlanRecord

AT_HAND = 1024  # documents of some years of one runner; none ever changes


class DecisionRecord(models.Model):
    """One word on one proposal; none is ever changed, a second thought is a later line.

    `made` is the plan it led to, where it changed the week.
    """

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="decisions")
    proposal = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    document = models.JSONField()
    made = models.ForeignKey(PlanRecord, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"decision {self.pk} on {self.proposal}"

    @property
    def decided(self) -> Decided:
        """The decision."""
        told = dict(self.document)
        said: Sayings = Decoder().read(Sayings, told.pop("said", {}), "said")
        value: Decided = Decoder().read(Decided, told, "")
        return said_now(value, said)


def keep_decision(
    runner: RunnerRecord, decided: Decided, *, now: datetime, made: PlanRecord | None = None
) -> DecisionRecord:
    """Write a decision down, after all that were made before."""
    return DecisionRecord.objects.create(
        runner=runner,
        proposal=decided.proposal.id,
        decided_at=now,
        document={**object_of(decided), "said": object_of(said_in(decided))},
        made=made,
    )


def record_of(runner: RunnerRecord) -> tuple[Decided, ...]:
    """Return the whole record of a runner, in the order it was written."""
    return tuple(row.decided for row in runner.decisions.all())


class AskedRecord(models.Model):
    """What a session that was done had asked for, as it was that day."""

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="asked")
    script = models.CharField(max_length=80)
    document = models.TextField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("runner", "script"), name="a_script_is_kept_once"),
        )

    def __str__(self) -> str:
        return f"asked by {self.script}"

    @property
    def asked(self) -> SessionScript:
        """The script, without the words that teach it."""
        return _script_of(self.document)


def keep_asked(runner: RunnerRecord, scripts: Iterable[SessionScript]) -> None:
    """Write down what sessions asked for; what is there already stays as it was."""
    rows = [
        AskedRecord(runner=runner, script=one.id, document=script_text(asked_for(one)))
        for one in scripts
    ]
    AskedRecord.objects.bulk_create(rows, ignore_conflicts=True)


@lru_cache(maxsize=AT_HAND)
def _script_of(document: str) -> SessionScript:
    """Return the script of a document; what was read before is not read again."""
    return read_script(document, source="the diary")
