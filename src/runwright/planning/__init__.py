"""Request to season to weeks to sessions to doses; explain and what-if."""
