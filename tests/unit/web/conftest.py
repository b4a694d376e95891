"""A runner who is signed in, with the sample's season."""

import pytest
from django.contrib.auth.models import User

from runwright.web.accounts.models import laptop_user
from runwright.web.runner.models import RunnerRecord


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
