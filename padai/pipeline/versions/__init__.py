"""The life of what went out: frozen, corrected, withdrawn, migrated, listed."""
