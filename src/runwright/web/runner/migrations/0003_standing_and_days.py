"""What the diary says that still counts; answers and pains get the day they were told."""

from typing import Any

from django.db import migrations, models


def give_days(apps: Any, _editor: object) -> None:  # noqa: ANN401  # Django's registry of then
    """Give every answer and pain that has no day the day anything was told last."""
    for row in apps.get_model("runner", "RunnerRecord").objects.all():
        day = row.told_at.date().isoformat()
        known = row.document.get("safety_on", {})
        answers = row.document.get("safety", {})
        if answers:
            row.document["safety_on"] = {one: known.get(one, day) for one in answers}
        for pain in row.document.get("pains", []):
            pain.setdefault("told_on", day)
        row.save(update_fields=("document",))


class Migration(migrations.Migration):
    dependencies = [
        ("runner", "0002_told_and_readings"),
    ]

    operations = [
        migrations.AddField(
            model_name="runnerrecord",
            name="standing",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(give_days, migrations.RunPython.noop),
    ]
