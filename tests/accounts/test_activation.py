import datetime

import pytest
from django.utils import timezone

from loei_coop.accounts import activation
from loei_coop.accounts.models import ActivationCode, WrongCode
from loei_coop.accounts.typed_codes import code_of, grouped
from loei_coop.thai.digits import to_thai_digits
from tests.accounts.codes import (
    PASSWORD,
    PHONE,
    check,
    issued,
    make_officer,
    make_user,
    refusal_of,
    wrong,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def slip():
    return issued()


def lapse(slip, **values):
    ActivationCode.objects.filter(pk=slip.row.pk).update(**values)


class TestIssuing:
    def test_code_and_digits_are_nowhere_stored(self, slip):
        (row,) = ActivationCode.objects.values_list()
        stored = " ".join(map(str, row))
        assert slip.code not in stored
        assert slip.digits not in (row[2], row[3])
        assert (len(slip.code), len(slip.digits)) == (8, 4)

    def test_a_new_code_revokes_the_one_that_waits(self, slip):
        officer = make_officer()
        new = issued(slip.row.user, by=officer)
        slip.row.refresh_from_db()
        assert (slip.row.state, slip.row.revoked_by) == ("revoked", officer)
        assert check(new) == new.row

    def test_a_used_code_stays_a_used_code(self, slip):
        activation.activate(check(slip), password=PASSWORD)
        issued(slip.row.user)
        slip.row.refresh_from_db()
        assert (slip.row.state, slip.row.revoked_at) == ("used", None)

    def test_it_is_valid_to_the_end_of_the_day_on_the_slip(self, slip, settings):
        day = timezone.localdate() + datetime.timedelta(days=settings.ACTIVATION_DAYS)
        midnight = timezone.localtime(slip.row.expires_at)
        assert slip.row.last_day == day
        assert (midnight.date() - day, midnight.hour) == (datetime.timedelta(days=1), 0)

    @pytest.mark.parametrize("mark", [{"is_staff": True}, {"is_superuser": True}])
    def test_an_officers_account_gets_none(self, mark):
        sentence = refusal_of(lambda: issued(make_user(**mark)))
        assert sentence == "บัญชีนี้เป็นของเจ้าหน้าที่ ผู้ดูแลระบบเป็นผู้จัดการบัญชีนี้"
        assert not ActivationCode.objects.exists()

    def test_a_closed_account_gets_none(self):
        sentence = refusal_of(lambda: issued(make_user(is_active=False)))
        assert sentence.startswith("บัญชีนี้ปิดอยู่")


class TestTyping:
    @pytest.mark.parametrize(
        "typed",
        [
            lambda code: code,
            lambda code: f" {grouped(code)} ",
            lambda code: code.lower(),
            lambda code: to_thai_digits(grouped(code).lower()),
            lambda code: grouped(code).replace("-", " – "),
        ],
    )
    def test_the_code_is_found_however_it_is_typed(self, slip, typed):
        assert activation.check(typed(slip.code), slip.digits, address_key=PHONE) == slip.row

    def test_the_digits_may_be_thai_and_spaced(self, slip):
        assert check(slip, digits=f" {to_thai_digits(slip.digits)} ") == slip.row

    def test_a_code_has_only_signs_that_nobody_mixes_up(self):
        codes = {issued(make_user(f"c{number}")).code for number in range(20)}
        assert len(codes) == 20
        assert not set("".join(codes)) & set("01258BILOSUZ")
        assert {code_of(grouped(code)) for code in codes} == codes


class TestRefusals:
    def test_an_unknown_code(self, slip):
        sentence = refusal_of(lambda: activation.check("AAAA-AAAA", slip.digits, address_key=PHONE))
        assert sentence.startswith("ไม่พบรหัสนี้")

    def test_a_used_code_says_when_and_what_to_do(self, slip):
        activation.activate(check(slip), password=PASSWORD)
        sentence = refusal_of(lambda: check(slip))
        assert sentence.startswith("รหัสนี้ใช้ไปแล้วเมื่อ")
        assert str(timezone.localdate().year + 543) in sentence

    def test_an_expired_code_says_until_when(self, slip):
        lapse(slip, expires_at=timezone.make_aware(datetime.datetime(2025, 2, 27)))
        assert "26 กุมภาพันธ์ 2568" in refusal_of(lambda: check(slip))

    def test_a_revoked_code(self, slip):
        assert activation.revoke(ActivationCode.objects.all(), by=None) == 1
        assert refusal_of(lambda: check(slip)).startswith("สำนักงานยกเลิกรหัสนี้แล้ว")
        assert activation.revoke(ActivationCode.objects.all(), by=None) == 0

    def test_a_code_of_an_account_that_was_closed_since(self, slip):
        slip.row.user.is_active = False
        slip.row.user.save()
        assert refusal_of(lambda: check(slip)).startswith("บัญชีนี้ปิดอยู่")

    def test_wrong_digits_say_how_often_one_may_try_still(self, slip):
        sentences = [refusal_of(lambda: check(slip, digits=wrong(slip.digits))) for _ in range(2)]
        assert ["4 ครั้ง" in sentences[0], "3 ครั้ง" in sentences[1]] == [True, True]

    def test_after_five_wrong_tries_the_right_digits_are_refused_too(self, slip):
        for _try in range(5):
            refused = refusal_of(lambda: check(slip, digits=wrong(slip.digits)))
        assert refused.startswith("รหัสนี้ถูกระงับ")
        assert refusal_of(lambda: check(slip)).startswith("รหัสนี้ถูกระงับ")

    def test_right_digits_take_no_try_away(self, slip):
        for _time in range(7):
            check(slip)
        slip.row.refresh_from_db()
        assert slip.row.failed_tries == 0

    def test_the_office_may_do_without_digits(self, settings):
        settings.ACTIVATION_DIGITS = False
        slip = issued()
        assert slip.digits == ""
        assert activation.check(slip.code, "", address_key=PHONE) == slip.row


class TestGuessing:
    def guess(self, times, address_key=PHONE):
        for _time in range(times):
            WrongCode.objects.create(address_key=address_key)

    def test_an_address_that_guesses_is_stopped(self, slip):
        self.guess(activation.MOST_FROM_AN_ADDRESS)
        with pytest.raises(activation.TooManyWrongCodesError):
            check(slip)

    def test_another_address_goes_on(self, slip):
        self.guess(activation.MOST_FROM_AN_ADDRESS)
        assert check(slip, address_key="another phone") == slip.row

    def test_after_an_hour_it_may_try_again_and_after_a_day_nothing_is_kept(self, slip):
        self.guess(activation.MOST_FROM_AN_ADDRESS)
        WrongCode.objects.update(tried_at=timezone.now() - datetime.timedelta(hours=1, minutes=1))
        assert check(slip) == slip.row
        WrongCode.objects.update(tried_at=timezone.now() - datetime.timedelta(days=1, minutes=1))
        check(slip)
        assert not WrongCode.objects.exists()

    def test_wrong_codes_and_wrong_digits_both_count(self, slip):
        refusal_of(lambda: check(slip, digits=wrong(slip.digits)))
        refusal_of(lambda: activation.check("AAAA-AAAA", "1234", address_key=PHONE))
        assert WrongCode.objects.filter(address_key=PHONE).count() == 2


class TestUsing:
    def test_the_password_is_the_one_that_was_chosen(self, slip):
        user = activation.activate(check(slip), password=PASSWORD)
        user.refresh_from_db()
        assert user.check_password(PASSWORD)
        slip.row.refresh_from_db()
        assert slip.row.state == "used"

    @pytest.mark.parametrize("spoil", ["used", "revoked", "expired", "closed"])
    def test_what_happened_since_the_digits_were_given_counts(self, slip, spoil):
        code, now = check(slip), timezone.now()
        if spoil == "closed":
            type(code.user).objects.update(is_active=False)
        else:
            lapse(slip, **{f"{spoil}_at" if spoil != "expired" else "expires_at": now})
        assert refusal_of(lambda: activation.activate(code, password=PASSWORD))
        slip.row.user.refresh_from_db()
        assert not slip.row.user.has_usable_password() or not slip.row.user.check_password(PASSWORD)


def test_rows_and_queries_agree_on_the_state():
    lapsed = timezone.now() - datetime.timedelta(days=1)
    values = [
        {},
        {"expires_at": lapsed},
        {"failed_tries": 5},
        {"failed_tries": 5, "expires_at": lapsed},
        {"used_at": lapsed, "expires_at": lapsed},
        {"revoked_at": lapsed, "failed_tries": 5},
    ]
    for number, changed in enumerate(values):
        lapse(issued(make_user(f"c{number}")), **changed)
    for state in ActivationCode.State:
        rows = list(ActivationCode.objects.in_state(state))
        assert rows
        assert {row.state for row in rows} == {state}
