"""What was done and how it felt changes what comes next: state, changes and their reasons."""
