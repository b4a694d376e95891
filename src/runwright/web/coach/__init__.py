"""What the coach says and what the runner answers: proposals, decisions, the record of both."""
