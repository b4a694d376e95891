"""Domain values and JSON, by the types of their fields: one writer, one reader, one schema."""
