class BackupError(Exception):
    """A backup cannot be made, read or restored; the message is a sentence for whoever asked."""
