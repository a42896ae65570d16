class UploadError(Exception):
    """A file is refused; the message is a sentence for whoever sent it."""
