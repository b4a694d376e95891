"""The JSON Schema of plan.json, made from the stored types so that it can never fall behind."""

import json

from runwright.domain.plan import PLAN_SCHEMA_VERSION
from runwright.formats.plan_json.stored import StoredPlan
from runwright.formats.values_json.schema import Schema, schema_of

ID = f"urn:runwright:plan:{PLAN_SCHEMA_VERSION}"


def schema_text() -> str:
    """Return the schema as it is kept in the file ``schemas/plan.schema.json``."""
    return json.dumps(plan_schema(), indent=2, ensure_ascii=False) + "\n"


def plan_schema() -> Schema:
    """Return the schema of the current version of plan.json."""
    return schema_of(
        StoredPlan, id=ID, title="A season plan of Runwright", version=PLAN_SCHEMA_VERSION
    )
