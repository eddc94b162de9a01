"""Pages of the dialogue: panels, consultations, what became of what they said."""
