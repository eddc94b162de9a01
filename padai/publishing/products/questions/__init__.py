"""The page of each question of a release."""
