"""How the knowledge base reads wherever it is shown: rules, doses, muscles, protocols in words."""
