"""Charts: one visual language over matplotlib; numbers come in, pictures go out."""
