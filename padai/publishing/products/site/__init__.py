"""Pages beside the report: one for each question of a release, and the website of all releases."""
