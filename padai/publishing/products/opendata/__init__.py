"""Open data: tidy files with their dictionaries and metadata, made from a store alone."""
