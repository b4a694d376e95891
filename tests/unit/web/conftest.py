"""A runner who is signed in, with the sample's season."""

import pytest
from django.contrib.auth.models import User

from runwright.formats.sample_diary import lived_sample
from runwright.formats.sample_runner import read_sample
from runwright.knowledge.library import load_library
from runwright.web.accounts.models import laptop_user
from runwright.web.clock import today_in
from runwright.web.runner import views
from runwright.web.runner.models import RunnerRecord


@pytest.fixture(scope="session")
def sample_read():
    """The sample's files, read once for all tests, and the season lived from them."""
    library = load_library()
    sample = read_sample(library, today_in)
    return sample, lived_sample(sample, library)


@pytest.fixture(autouse=True)
def _folder_of_its_own(settings, tmp_path):
    """Whatever a test uploads stays in its folder; a home without the app has none."""
    settings.DATA_DIR, settings.FILE_UPLOAD_TEMP_DIR = tmp_path, str(tmp_path)


@pytest.fixture(autouse=True)
def _sample_at_once(monkeypatch, request):
    """Reading and planning the same sample for each test would take most of the time."""
    if "db" in request.fixturenames:
        sample, lived = request.getfixturevalue("sample_read")
        monkeypatch.setattr(views, "read_sample", lambda *_: sample)
        monkeypatch.setattr(views, "lived_sample", lambda *_: lived)


@pytest.fixture
def runner_user(db) -> User:
    return laptop_user()


@pytest.fixture
def signed_in(client, runner_user):
    client.force_login(runner_user)
    return client


@pytest.fixture
def sample(signed_in, runner_user) -> RunnerRecord:
    signed_in.post("/start/sample/")
    return RunnerRecord.objects.get(user=runner_user)
