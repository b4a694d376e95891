"""A full disk is told in a sentence, with a way on, wherever it happens; nothing is half kept."""

import errno
import sqlite3

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import OperationalError

from runwright.web.no_room import is_no_room
from runwright.web.runner.models import RunnerRecord, RunReading

LARGE = b"<gpx>" + b" " * 3_000_000


def full(*args, **kwargs):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_large_upload_that_does_not_fit_is_said_beside_the_field(signed_in, monkeypatch):
    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", full)
    response = signed_in.post("/start/upload/", {"files": SimpleUploadedFile("a.gpx", LARGE)})

    assert response.status_code == 507
    assert "No space left on device" in response.content.decode()
    assert not RunReading.objects.exists()


def test_a_large_upload_that_fits_is_taken(signed_in, monkeypatch, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("runwright.web.runner.step_views.begin", lambda _reading: None)
    signed_in.post("/start/upload/", {"files": SimpleUploadedFile("a.gpx", LARGE)})

    assert RunReading.objects.get().size_bytes == len(LARGE)


@pytest.mark.parametrize(
    "fault",
    [OperationalError("database or disk is full"), OSError(errno.ENOSPC, "No space left")],
)
def test_a_page_that_cannot_write_says_so_and_leads_on(signed_in, monkeypatch, fault):
    def cannot(*args, **kwargs):
        raise fault

    monkeypatch.setattr(RunnerRecord, "tell", cannot)
    signed_in.raise_request_exception = False
    response = signed_in.post("/start/tests/", {})

    assert response.status_code == 507
    assert "What was kept before is safe" in response.content.decode()


@pytest.mark.parametrize(
    "fault", [OSError(errno.ENOENT, "gone"), OperationalError("locked"), sqlite3.Error("full")]
)
def test_other_faults_are_not_taken_for_it(fault):
    assert not is_no_room(fault)
