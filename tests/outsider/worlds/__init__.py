"""Small surveys made to be nasty, written as a project would be and built by padai itself.

What is here is no part of the attacker: it makes what the attacker is given.
"""
