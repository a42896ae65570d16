"""The ground floor: how Thai dates, digits, names and words are written, read, sorted and found.

Plain functions of plain values; nothing here knows Django."""
