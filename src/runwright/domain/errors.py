"""The root of every error Runwright raises on purpose: a stable code, facts, and plain words."""


class RunwrightError(Exception):
    """Something a person must hear about; `code` is stable, the message says what to do."""

    code = "runwright"


class ValueOutOfRangeError(RunwrightError, ValueError):
    """A value lies outside what it can mean."""

    code = "domain.value-out-of-range"

    def __init__(self, name: str, got: object, expected: str) -> None:
        self.name, self.got, self.expected = name, got, expected
        super().__init__(f"{name} is {got}; expected {expected}.")
