"""What the program does for somebody, step by step; no file kind, page or clock."""
