"""The form of self-assessment at the desk: its guards, and what it tells the browser."""
