"""The draw of a panel by lot: announced, drawn, and checked by anyone."""
