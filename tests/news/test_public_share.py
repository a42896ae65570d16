import io

import pytest
from PIL import Image

from loei_coop.common import kept
from loei_coop.news import share_picture
from tests.factories import make_agency
from tests.news.public import make_release

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("nine")]
GREEN = (15, 92, 76)
# Between the line below the office and the foot.
TITLE_BAND = (180, 534)
LONG = "ฟื้นฟูปู่ย่าผู้ซื้อกุ้งปั้นปิ้งที่บ้านน้ำพุ "


def picture(title):
    content = share_picture.picture_of(make_release(title))
    return Image.open(io.BytesIO(content)).convert("RGB")


def inked_rows(image):
    """Rows of the picture on which something of the title stands."""
    grey = image.convert("L")
    return [row for row in range(*TITLE_BAND) if is_inked(grey.crop((0, row, grey.width, row + 1)))]


def is_inked(row):
    _darkest, lightest = row.getextrema()
    return lightest > 150


@pytest.mark.parametrize(
    "title", ["สั้น", "เลย... สร้างเครือข่ายสหกรณ์", (LONG * 9)[:200], (LONG.strip() * 9)[:200]]
)
def test_a_title_of_any_length_stands_whole_between_head_and_foot(title):
    image = picture(title)
    rows = inked_rows(image)
    assert image.size == (1200, 630)
    assert TITLE_BAND[0] < rows[0] < rows[-1] < TITLE_BAND[1] - 1
    edges = [image.getpixel((x, y)) for x in (1, 1198) for y in range(*TITLE_BAND)]
    assert set(edges) == {GREEN}


def test_a_picture_is_drawn_once_for_a_title_and_a_design(monkeypatch):
    release = make_release()
    first = share_picture.picture_of(release)
    monkeypatch.setattr(share_picture, "drawn", lambda paper: b"another")
    assert share_picture.picture_of(release) == first


def test_another_title_or_another_name_of_the_office_is_drawn_anew(monkeypatch):
    monkeypatch.setattr(share_picture, "drawn", lambda paper: paper.encode())
    pictures = {share_picture.picture_of(make_release(title)) for title in ("ก", "ข")}
    make_agency("สำนักงานใหม่", code="loei-cooperative-office")
    pictures.add(share_picture.picture_of(make_release("ก")))
    assert len(pictures) == 3


def test_only_so_many_are_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(kept, "MOST", 2)
    for number in range(5):
        kept.kept("share", str(number), lambda: b"x")
    assert len(list((tmp_path / "kept/share").iterdir())) == 2


def test_it_is_sent_as_a_picture_that_other_sites_may_show(client):
    response = client.get(f"/news/{make_release().pk}/share.png")
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
