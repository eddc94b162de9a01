"""Paragraphs, tables, figures and pages, as Markdown and HTML."""
