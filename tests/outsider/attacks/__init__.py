"""The attacks: each reads figures or files, and returns claims."""
