"""Make the documentation site: both languages from one source, every example run.

``python -m docs.builder`` reads ``docs/site``, runs the code of its pages, compares what it prints
with what the pages say, makes the reference from the package itself and writes a static site.
It is no part of the wheel.
"""
