"""From the files of a release to figures: one reader a kind of file."""
