"""Spelling that looks the same and is not."""

_NIKHAHIT_AND_AA, _SARA_AM = "\u0e4d\u0e32", "\u0e33"


def with_sara_am(text: str) -> str:
    """What is copied from other papers has sara am in two signs; here it is one."""
    return text.replace(_NIKHAHIT_AND_AA, _SARA_AM)
