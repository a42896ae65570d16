"""Pages for everybody: awards and what is learnt from one another."""
