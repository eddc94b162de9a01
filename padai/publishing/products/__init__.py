"""What a reader takes away, one folder each."""
