"""Charts: one visual language over matplotlib and seaborn; numbers come in, pictures go out."""
