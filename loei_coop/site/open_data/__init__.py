"""The register as files for everybody: /open-data/."""
