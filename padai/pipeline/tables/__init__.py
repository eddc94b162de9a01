"""What each table of the store holds."""
