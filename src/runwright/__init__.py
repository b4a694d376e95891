"""Runwright: the strength and mobility coach for runners, in rooms that each own one idea."""

__version__ = "0.1.0"
