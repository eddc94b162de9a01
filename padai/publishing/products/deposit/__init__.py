"""What goes with an anonymised file to an archive."""
