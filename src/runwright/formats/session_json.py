"""Session scripts out to the phone, and what was performed back from it."""

from runwright.domain.performed import PERFORMED_SCHEMA_VERSION, PerformedSession
from runwright.domain.script import SCRIPT_SCHEMA_VERSION, SessionScript
from runwright.formats.values_json.document import (
    document_schema,
    document_text,
    read_document,
)


def script_text(script: SessionScript) -> str:
    """Return a session script as JSON."""
    return document_text(script)


def read_script(text: str, *, source: str) -> SessionScript:
    """Return the session script in a JSON text.

    Raises
    ------
    DocumentError
        If it is not one.
    """
    return read_document(SessionScript, text, source=source, version=SCRIPT_SCHEMA_VERSION)


def performed_text(session: PerformedSession) -> str:
    """Return a performed session as JSON."""
    return document_text(session)


def read_performed(text: str, *, source: str) -> PerformedSession:
    """Return the performed session in a JSON text.

    Raises
    ------
    DocumentError
        If it is not one.
    """
    return read_document(PerformedSession, text, source=source, version=PERFORMED_SCHEMA_VERSION)


def script_schema() -> str:
    """Return the schema as it is kept in the file ``schemas/script.schema.json``."""
    return document_schema(
        SessionScript,
        name="script",
        title="A session script of Runwright",
        version=SCRIPT_SCHEMA_VERSION,
    )


def performed_schema() -> str:
    """Return the schema as it is kept in the file ``schemas/performed.schema.json``."""
    return document_schema(
        PerformedSession,
        name="performed",
        title="A performed session of Runwright",
        version=PERFORMED_SCHEMA_VERSION,
    )
