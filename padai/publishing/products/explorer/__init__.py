"""The explorer: one page that shows any published figure, with its published verdict."""
