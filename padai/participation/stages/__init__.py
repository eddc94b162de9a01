"""The dialogue: who took part, what they said and recommended, and what became of it."""
