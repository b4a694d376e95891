"""The knowledge base: data, the loader that checks all of it at once, and the frozen library."""
