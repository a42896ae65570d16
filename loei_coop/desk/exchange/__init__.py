"""Learning from one another, at the desk: what we show, where we were, what we want to try."""
