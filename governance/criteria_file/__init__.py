"""The criteria of an edition as a spreadsheet: one row an item, its category before it, the steps
of its scale behind it."""
