"""Types of the arguments of commands."""

import argparse


def whole_number(text: str) -> int:
    """None or more."""
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(text)
    return number
