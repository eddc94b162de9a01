"""The page of a draw, and the script that checks it."""
