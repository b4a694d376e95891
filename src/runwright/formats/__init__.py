"""Files in and files out: a module or package per kind, bytes on one side, domain values beyond."""
