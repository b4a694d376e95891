"""plan.json: a season plan written out as decisions, read back as the same plan, and its schema."""

from runwright.formats.plan_json.asked import PlanFile
from runwright.formats.plan_json.faults import (
    BrokenPlanError,
    PlanFaultsError,
    PlanFileError,
    PlanVersionError,
)
from runwright.formats.plan_json.read import from_json, read_plan_file
from runwright.formats.plan_json.schema import schema_text
from runwright.formats.plan_json.write import to_json
from runwright.formats.values_json.fault import Fault

__all__ = [
    "BrokenPlanError",
    "Fault",
    "PlanFaultsError",
    "PlanFile",
    "PlanFileError",
    "PlanVersionError",
    "from_json",
    "read_plan_file",
    "schema_text",
    "to_json",
]
