import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from networks import validators

THAI_DIGITS = "๔๒๐๑"


def sentence_of(validator, *values):
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            validator(*values)
        (message,) = refused.value.messages
    return message


@pytest.mark.parametrize(
    ("validator", "text"),
    [
        (validators.digits_4, "4201"),
        (validators.digits_6, "420101"),
        (validators.digits_13, "1234567890123"),
        (validators.postcode, "42000"),
        (validators.record_code, "0012"),
        (validators.record_code, "sample-012"),
        (validators.record_code, "committee-2556"),
        (validators.registration_number, "87/11283"),
        (validators.registration_number, "กพธ. 12/2517"),
        (validators.registration_number, "ตัวอย่าง 012"),
        (validators.telephone, "0 4281 1234"),
        (validators.telephone, "042-811234"),
        (validators.telephone, "0 4281 1234 ต่อ 12"),
        (validators.telephone, "0 4281 1234 ext. 12, 14"),
        (validators.telephone, "+66 (0) 4281 1234"),
    ],
)
def test_what_offices_write_is_accepted(validator, text):
    validator(text)


@pytest.mark.parametrize(
    ("validator", "text", "sentence"),
    [
        (validators.digits_4, "420", "Four digits, such as 4201."),
        (validators.digits_4, "42010", "Four digits, such as 4201."),
        (validators.digits_4, "4201\n", "Four digits, such as 4201."),
        (validators.digits_4, THAI_DIGITS, "Four digits, such as 4201."),
        (validators.digits_6, "42010", "Six digits, such as 420101."),
        (validators.digits_13, "12345 67890123", "Thirteen digits, without spaces."),
        (validators.postcode, "4200", "Five digits, such as 42000."),
    ],
)
def test_digits_are_counted(validator, text, sentence):
    assert sentence_of(validator, text) == sentence


@pytest.mark.parametrize(
    "code", ["", "A12", "ครู", "a--b", "-a", "a-", "a b", "a_b", "0012\n", "๐๑๒"]
)
def test_a_code_is_fit_for_an_address(code):
    assert sentence_of(validators.record_code, code) == (
        "Small Latin letters, digits and single hyphens, such as 0012."
    )


@pytest.mark.parametrize("number", ["<b>", "12\n", "๑๒\t", "1" * 41])
def test_a_registration_number_has_no_other_signs(number):
    assert sentence_of(validators.registration_number, number) == (
        "Digits, letters, full stops and / only, such as 87/11283."
    )


@pytest.mark.parametrize("number", ["โทร 042", "12", "0 4281 1234 ต่อ", "0428x", "1" * 60])
def test_a_telephone_is_one_that_can_be_dialled(number):
    assert sentence_of(validators.telephone, number) == (
        "Digits, spaces and hyphens, such as 0 4281 1234 ต่อ 12."
    )


@pytest.mark.parametrize(
    ("day", "month"), [(None, None), (31, 3), (30, 4), (29, 2), (31, 12), (1, 1)]
)
def test_a_day_of_some_year_is_accepted(day, month):
    validators.check_day_of_month(day, month)


@pytest.mark.parametrize(("day", "month"), [(31, 4), (30, 2), (31, 6), (31, 9), (31, 11)])
def test_a_day_of_no_year_is_refused(day, month):
    sentence = sentence_of(validators.check_day_of_month, day, month)
    assert sentence == "There is no such day in this month."


@pytest.mark.parametrize(("day", "month"), [(31, None), (None, 3)])
def test_a_day_without_a_month_is_refused(day, month):
    sentence = sentence_of(validators.check_day_of_month, day, month)
    assert sentence == "Give both the day and the month, or neither."


@pytest.mark.parametrize(
    ("latitude", "longitude", "refusals"),
    [(17.48, 101.72, 0), (101.72, 17.48, 2), (5, 97, 0), (21.1, 101, 1), (17, 106.1, 1)],
)
def test_a_place_lies_in_thailand_and_is_not_swapped(latitude, longitude, refusals):
    pairs = [(latitude, validators.latitude), (longitude, validators.longitude)]
    refused = [check for value, checks in pairs for check in checks if refuses(check, value)]
    assert len(refused) == refusals


def refuses(validator, value):
    try:
        validator(value)
    except ValidationError:
        return True
    return False
