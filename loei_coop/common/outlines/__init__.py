"""Outlines of places: read from a GeoJSON file, checked, simplified together, drawn as SVG.

Values in, values out; the sentences speak to the officer who sent the file.
"""
