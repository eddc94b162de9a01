"""True sentences about a release and false ones, made from its tables by a seed.

Nothing here knows how documents are checked: what is true is read from the tables alone.
"""
