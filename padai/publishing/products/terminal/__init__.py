"""Pictures for the terminal's user."""
