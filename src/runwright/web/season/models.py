"""Plans as they were made, in the format of plan.json; the newest is the one followed."""

from functools import lru_cache

from django.db import models

from runwright.domain.plan import SeasonPlan
from runwright.domain.units import reader
from runwright.formats.plan_json import PlanFile, read_plan_file, to_json
from runwright.formats.values_json.decode import Decoder
from runwright.formats.values_json.encode import plain
from runwright.formats.values_json.said import text_now
from runwright.knowledge.library import load_library
from runwright.usecases.asked import Asked
from runwright.usecases.safety import Safety, gates_of_plan, safety_of
from runwright.web.clock import today_in
from runwright.web.runner.models import RunnerRecord

LONGEST_REASON = 200  # letters


class PlanRecord(models.Model):
    """One plan; none is ever changed, a change is a newer one."""

    runner = models.ForeignKey(RunnerRecord, on_delete=models.CASCADE, related_name="plans")
    made_at = models.DateTimeField(auto_now_add=True)
    because = models.CharField(max_length=LONGEST_REASON, default="", blank=True)
    document = models.TextField()
    safety = models.JSONField(null=True)  # what it was made to respect; None: its gates alone say
    for_safety = models.BooleanField(default=False)  # made by what must wait: nothing to decline

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"plan {self.pk} of {self.runner}"

    @property
    def says(self) -> str:
        """Why it was made, in the language spoken now."""
        return text_now(self.because, self.file.said)

    @property
    def file(self) -> PlanFile:
        """The plan and what it was made from."""
        return read_plan(self.document, reader())

    @property
    def made_for(self) -> Safety:
        """What it was made to respect."""
        if self.safety is None:
            return gates_of_plan(self.plan.gates)
        value: Safety = Decoder().read(Safety, self.safety, "")
        return value

    @property
    def plan(self) -> SeasonPlan:
        """The plan."""
        return self.file.plan


@lru_cache(maxsize=64)
def read_plan(document: str, reader: str) -> PlanFile:
    """Return what a document holds, said to a reader of that language and those units.

    Read once: every page of a runner asks for the same one.
    """
    del reader  # it is part of what is remembered
    return read_plan_file(document, source="plan.json")


def current_plan(runner: RunnerRecord) -> PlanRecord | None:
    """Return the plan a runner follows; None before the first."""
    return runner.plans.first()


def keep_plan(
    runner: RunnerRecord,
    plan: SeasonPlan,
    asked: Asked,
    *,
    because: str,
    made_for: Safety | None = None,
    for_safety: bool = False,
) -> PlanRecord:
    """Write a plan down as the one to follow.

    Parameters
    ----------
    made_for
        What it respects; None is all that counts today.
    """
    if made_for is None:
        known = runner.known
        made_for = safety_of(known, load_library(), today_in(known.timezone))
    return PlanRecord.objects.create(
        runner=runner,
        document=to_json(plan, asked, because),
        because=because[:LONGEST_REASON],
        safety=plain(made_for),
        for_safety=for_safety,
    )
