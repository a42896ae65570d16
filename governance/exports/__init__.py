"""A round as files for the office: its results as a table, and all answers. The words are Thai."""
