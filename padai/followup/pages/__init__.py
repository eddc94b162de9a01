"""Right of the store: the pages, letters and sheets that follow a release."""
