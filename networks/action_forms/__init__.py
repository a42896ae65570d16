"""What the guided acts ask, what they would cause, and the call of the act itself."""
