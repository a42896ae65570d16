"""Press releases, composed from the records of the apps below."""
