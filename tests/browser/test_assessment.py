"""The form of self-assessment on a telephone with a weak line, in a real browser."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.utils import timezone

from governance.models import Assessment
from tests.browser.test_visit import is_wider_than_the_screen
from tests.desk.assessment.sheets import address, answer_of, signed_in
from tests.governance.assessing import (
    FIGURE,
    make_asking_edition,
    make_case,
    make_manager,
    open_round,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def case():
    return make_case()


@pytest.fixture
def asking():
    """Item 1.1 asks for a figure; the accounting year is said."""
    case = make_case("สหกรณ์อื่น จำกัด", round_=open_round(make_asking_edition()), manager="kanya")
    year = {"accounting_year_end": "2026-03-31", "is_year_closed": False}
    Assessment.objects.filter(pk=case.assessment.pk).update(**year)
    return case


@pytest.fixture
def open_form(browser, live_server, case):
    """open_form(user, state=None): page 2 of the form, in a browser of its own."""
    contexts = []

    def opened(user, *, state=None, number="2", case=case):
        context = browser.new_context(viewport=PHONE, locale="th-TH", storage_state=state)
        contexts.append(context)
        sign_in(context, live_server, user)
        page = context.new_page()
        page.goto(live_server.url + address(case, f"{number}/"))
        return page

    yield opened
    for context in contexts:
        context.close()


def sign_in(context, live_server, user):
    session = signed_in(user).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])


def box(page, number="2.1"):
    return page.locator(f'[id="item-{number}"]')


def write(page, text, number="2.1"):
    box(page, number).locator("textarea[name$='-text']").fill(text)


def text_in(page, number="2.1"):
    return box(page, number).locator("textarea[name$='-text']").input_value()


def wait_for(page, state, number="2.1"):
    box(page, number).locator(f"[data-status][data-state={state}]").wait_for()


def kept_on_device(page):
    script = "Object.keys(localStorage).filter(key => key.startsWith('answer:')).length"
    return page.evaluate(script)


def test_an_answer_is_saved_as_it_is_given(case, open_form):
    page = open_form(case.manager)
    write(page, "ทำตามแผน")
    box(page).locator("input[value='75']").check()
    wait_for(page, "saved")
    answer = answer_of(case, "2.1")
    assert (answer.text, answer.share) == ("ทำตามแผน", 75)
    assert kept_on_device(page) == 0


def test_a_figure_is_saved_as_it_is_given_and_names_its_year(open_form, asking):
    page = open_form(asking.manager, case=asking, number="1")
    item = box(page, "1.1")
    item.get_by_label(FIGURE).fill("62.5")
    item.locator("[name$='-is_figure_open']").check()
    wait_for(page, "saved", "1.1")
    answer = answer_of(asking, "1.1")
    assert (answer.figure, answer.is_figure_open) == ("62.5", True)
    assert "31 มีนาคม 2569" in item.inner_text()
    assert not is_wider_than_the_screen(page)


def test_two_lost_lines_lose_nothing(case, open_form):
    page = open_form(case.manager)
    for text in ["ครั้งแรกที่สายหลุด", "ครั้งที่สองที่สายหลุด"]:
        page.context.set_offline(True)
        write(page, text)
        wait_for(page, "unsent")
        assert kept_on_device(page) == 1
        page.context.set_offline(False)
        wait_for(page, "saved")
        assert answer_of(case, "2.1").text == text
    assert kept_on_device(page) == 0
    assert not case.assessment.rival_answers.exists()


def test_what_was_not_sent_outlives_the_power(case, open_form):
    page = open_form(case.manager)
    page.context.set_offline(True)
    write(page, "ก่อนแบตเตอรี่หมด")
    wait_for(page, "unsent")
    state = page.context.storage_state()
    page.context.close()
    later = open_form(case.manager, state=state)
    wait_for(later, "saved")
    assert text_in(later) == "ก่อนแบตเตอรี่หมด"
    assert answer_of(case, "2.1").text == "ก่อนแบตเตอรี่หมด"


def test_a_text_outlives_the_session_and_is_sent_after_signing_in(case, open_form, live_server):
    page = open_form(case.manager)
    Session.objects.all().delete()
    write(page, "ข้อความหกร้อยตัวอักษร")
    notice = page.locator("[data-signed-out]")
    notice.wait_for(state="visible")
    assert answer_of(case, "2.1") is None
    notice.get_by_role("link").click()
    page.locator("#id_login").fill("malee")
    page.locator("#id_password").fill("x")
    page.locator("#id_password").press("Enter")
    page.wait_for_url(f"**{address(case, '2/')}")
    wait_for(page, "saved")
    assert text_in(page) == "ข้อความหกร้อยตัวอักษร"
    assert answer_of(case, "2.1").text == "ข้อความหกร้อยตัวอักษร"


def test_another_account_on_the_same_device_never_sees_it(case, open_form, live_server):
    page = open_form(case.manager)
    page.route("**/answers/", lambda route: route.abort())
    write(page, "ของมาลีเท่านั้น")
    wait_for(page, "unsent")
    page.context.clear_cookies()
    somchai = make_manager(case.organization, "somchai", first_name="สมชาย")
    sign_in(page.context, live_server, somchai)
    page.goto(live_server.url + address(case, "2/"))
    assert text_in(page) == ""
    assert answer_of(case, "2.1") is None
    assert kept_on_device(page) == 1


def test_signing_out_leaves_nothing_on_the_device(case, open_form, live_server):
    page = open_form(case.manager)
    page.route("**/answers/", lambda route: route.abort())
    write(page, "ยังไม่ส่ง")
    wait_for(page, "unsent")
    page.goto(f"{live_server.url}/account/logout/")
    page.locator("main form button").click()
    page.wait_for_url(lambda url: "logout" not in url)
    assert kept_on_device(page) == 0


def test_two_browsers_write_into_one_item_and_a_choice_is_shown(case, open_form, live_server):
    somchai = make_manager(case.organization, "somchai", first_name="สมชาย")
    first, second = open_form(case.manager), open_form(somchai)
    write(first, "มาลีเขียน")
    wait_for(first, "saved")
    write(second, "สมชายเขียน")
    wait_for(second, "refused")
    box(second).locator("[data-status] a").click()
    shown = second.locator("main").inner_text()
    assert all(word in shown for word in ["มาลีเขียน", "สมชายเขียน", "มาลี ใจงาม", "สมชาย ใจงาม"])
    second.locator("input[value=merged]").check()
    second.locator("[name=merged-text]").fill("ทั้งสองคนเขียน")
    second.locator("main form button").click()
    second.wait_for_url(f"**{address(case, '2/')}")
    assert answer_of(case, "2.1").text == "ทั้งสองคนเขียน"
    assert not case.assessment.rival_answers.filter(settled_at=None).exists()


def test_a_lost_acknowledgement_makes_nobody_choose_between_own_words(case, open_form):
    page = open_form(case.manager)
    page.route("**/answers/", lambda route: (route.fetch(), route.abort()))
    write(page, "ครึ่งประโยค")
    wait_for(page, "unsent")
    page.wait_for_timeout(2000)
    assert answer_of(case, "2.1").text == "ครึ่งประโยค"
    page.unroute("**/answers/")
    write(page, "ครึ่งประโยคและอีกครึ่ง")
    wait_for(page, "saved")
    assert answer_of(case, "2.1").text == "ครึ่งประโยคและอีกครึ่ง"
    assert not case.assessment.rival_answers.exists()


def test_closing_while_somebody_types_says_so_and_keeps_the_text(case, open_form):
    page = open_form(case.manager)
    type(case.round).objects.update(closes_at=timezone.now())
    write(page, "พิมพ์ค้างไว้")
    wait_for(page, "refused")
    assert text_in(page) == "พิมพ์ค้างไว้"
    page.reload()
    box(page).locator("[data-kept]").wait_for(state="visible")
    assert box(page).locator("[data-kept] textarea").input_value() == "พิมพ์ค้างไว้"


def test_without_javascript_the_page_is_filled_in_and_sent(browser, live_server, case):
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    sign_in(context, live_server, case.manager)
    page = context.new_page()
    page.goto(live_server.url + address(case, "1/"))
    box(page, "1.2").locator("input[value='100']").check()
    page.locator("[name=next]").click()
    assert page.url.endswith(address(case, "2/"))
    assert answer_of(case, "1.2").share == 100
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_fits_the_phone_and_axe_finds_nothing(
    browser, live_server, case, prefix, scheme
):
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)
    sign_in(context, live_server, case.manager)
    page, found = context.new_page(), {}
    for rest in ["../", "", "1/", "submit/", "decline/", "1/leave-out/"]:
        page.goto(live_server.url + prefix + address(case, rest))
        assert not is_wider_than_the_screen(page), rest
        if violations := Axe().run(page).response["violations"]:
            found[rest] = json.dumps(violations, ensure_ascii=False)[:600]
    context.close()
    assert found == {}
