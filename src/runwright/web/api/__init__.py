"""The API: what the player and other programs read and write, at ``/api/v1``."""
