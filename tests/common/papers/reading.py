"""What a reader copies out of a PDF, and what is in it."""

import re
import subprocess
import zlib

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def copied(pdf: bytes) -> str:
    """The text as poppler gives it, without regard to where lines and pages end."""
    command = ["pdftotext", "-raw", "-", "-"]
    result = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return " ".join(result.stdout.decode().split())


def compact(text: str) -> str:
    return "".join(text.split())


def inside(pdf: bytes) -> bytes:
    """The objects, those that are packed too."""
    return pdf + b"".join(unpacked(packed) for packed in STREAM.findall(pdf))


def unpacked(packed: bytes) -> bytes:
    try:
        return zlib.decompress(packed)
    except zlib.error:
        return b""


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", inside(pdf)))
