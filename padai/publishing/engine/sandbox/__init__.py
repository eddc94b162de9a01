"""What the publishing process may not do, held to by the system."""
