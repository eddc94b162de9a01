"""``python -m padai.cli``."""

from padai.cli import main

main()
