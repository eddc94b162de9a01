"""From delivered files to a release: builds, drafts, verifications."""
