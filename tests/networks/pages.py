"""What a person reads on a page, without the marks around it."""

import re
from html import unescape


def words(response):
    return plain(response.text)


def heading(response):
    (inside,) = re.findall(r"<h1[^>]*>(.*?)</h1>", response.text, re.DOTALL)
    return plain(inside)


def plain(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
