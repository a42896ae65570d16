"""What people call the device that a browser says it runs on."""

from django.utils.translation import gettext as _

# In this order: later ones name themselves after the earlier ones too.
BROWSERS = [
    (" Line/", "LINE"),
    ("FBAV", "Facebook"),
    ("EdgA", "Edge"),
    ("EdgiOS", "Edge"),
    ("Edg/", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
]


def describe(browser: str) -> str:
    """ "Chrome, Android" of the text that the browser sends; whoever sends it can lie."""
    names = [first(BROWSERS, browser), first(SYSTEMS, browser)]
    return ", ".join(name for name in names if name) or _("unknown device")


def first(names, text: str) -> str:
    return next((name for sign, name in names if sign in text), "")
