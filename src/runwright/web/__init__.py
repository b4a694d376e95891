"""The app: accounts, tables, pages and the API around the rooms; no coaching logic lives here."""
