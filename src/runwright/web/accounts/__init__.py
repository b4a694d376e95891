"""Who is there: on a laptop by a link that works once, elsewhere by password or passkey."""
