"""From the bytes of a file to the features of a GeoJSON collection."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from loei_coop.common.outlines.errors import OutlinesRefusedError
from loei_coop.thai.digits import to_arabic_digits

LARGEST_FILE = 20_000_000  # bytes
# Under which names official layers keep the code of a district, without signs between words.
CODE_NAMES = (
    "code",
    "districtcode",
    "amphoecode",
    "amphoeidn",
    "amphurcode",
    "ampcode",
    "apidn",
    "adm2pcode",
    "adm2code",
)
PLACE_NAMES = ("nameth", "name", "districtth", "amphoet", "amphoeth", "adm2th", "nameen", "adm2en")
_CODE = re.compile(r"(?:TH)?([0-9]{4})(?:\.0)?", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")
_WGS84 = re.compile(r"(CRS:?84|4326)\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Feature:
    """`number`: its place in the file. `code` None: none is written; `label`: how to name it."""

    number: int
    code: str | None
    label: str
    geometry: Any


@dataclass(frozen=True)
class Collection:
    """`projection`: what the file says its coordinates are in, where that is not WGS 84."""

    features: list[Feature]
    projection: str


def read_collection(data: bytes) -> Collection:
    """Raises OutlinesRefusedError."""
    content = parsed(data)
    if not isinstance(content, dict) or content.get("type") != "FeatureCollection":
        raise OutlinesRefusedError(no_collection_sentence(content))
    features = content.get("features")
    if not isinstance(features, list) or not features:
        raise OutlinesRefusedError(_("The file has no features: no district is in it."))
    return Collection(
        features=[read_feature(number, raw) for number, raw in enumerate(features, 1)],
        projection=other_projection(content.get("crs")),
    )


def parsed(data: bytes) -> Any:
    if len(data) > LARGEST_FILE:
        sentence = _("The file is larger than %(limit)s MB. Simplify the outlines and save again.")
        raise OutlinesRefusedError(sentence % {"limit": LARGEST_FILE // 1_000_000})
    if not data.strip():
        raise OutlinesRefusedError(_("The file is empty."))
    text = decoded(data)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        sentence = _("The file is not GeoJSON: line %(line)s cannot be read.")
        raise OutlinesRefusedError(sentence % {"line": error.lineno}) from error
    except (ValueError, RecursionError) as error:  # endless digits, or lists within lists
        raise OutlinesRefusedError(_("The file is not GeoJSON.")) from error


def decoded(data: bytes) -> str:
    if data.startswith(b"PK"):
        raise OutlinesRefusedError(
            _("The file is a ZIP archive. Export the outlines as GeoJSON and load that file.")
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutlinesRefusedError(_("The file is not in UTF-8. Save it as GeoJSON.")) from error


def no_collection_sentence(content: Any) -> str:
    kind = content.get("type") if isinstance(content, dict) else None
    if isinstance(kind, str) and kind:
        sentence = _("The file holds a %(kind)s, not a FeatureCollection of districts.")
        return sentence % {"kind": kind[:40]}
    return _("The file is JSON, but not a GeoJSON FeatureCollection.")


def other_projection(crs: Any) -> str:
    """The older member `crs`, if it names anything else than WGS 84."""
    if crs is None:
        return ""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    written = str(name or "?")[:80]
    return "" if _WGS84.search(written) else written


def read_feature(number: int, raw: Any) -> Feature:
    raw = raw if isinstance(raw, dict) else {}
    properties = raw.get("properties")
    named = dict(simplified_names(properties if isinstance(properties, dict) else {}))
    written = [named.get(name) for name in CODE_NAMES] + [raw.get("id")]
    code = first_code(written)
    name = next((str(named[key])[:60] for key in PLACE_NAMES if named.get(key)), "")
    label = " ".join(filter(None, [code, name])) or str(number)
    return Feature(number=number, code=code, label=label, geometry=raw.get("geometry"))


def simplified_names(properties: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """`ADM2_PCODE` and `adm2_pcode` are one name."""
    for name, value in properties.items():
        yield _SIGNS.sub("", name).lower(), value


def first_code(values: list[Any]) -> str | None:
    """The first that reads as a district's code, such as 4201 or TH4201; else what stands there."""
    texts = [to_arabic_digits(str(value)).strip() for value in values if value not in (None, "")]
    for text in texts:
        if found := _CODE.fullmatch(text):
            return found[1]
    return texts[0][:20] if texts else None
