class OutlinesRefusedError(ValueError):
    """The file cannot be taken. `faults`: a sentence each, for the person who sent it."""

    def __init__(self, *faults: str):
        super().__init__(*faults)
        self.faults = list(faults)
