"""What single commands show of a wave: figures, a plan, an audit, a witness."""
