"""Chapters of the report that every survey has: findings, comparability, methods, questionnaire."""
