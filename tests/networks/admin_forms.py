"""What an officer's browser sends, and what it is answered."""

from django.utils import translation


def inline(prefix, rows=()):
    """The rows of an inline list, all of them new."""
    data = {
        f"{prefix}-TOTAL_FORMS": len(rows),
        f"{prefix}-INITIAL_FORMS": 0,
        f"{prefix}-MIN_NUM_FORMS": 0,
        f"{prefix}-MAX_NUM_FORMS": 1000,
    }
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def cooperative_form(**values):
    return {
        "code": "0012",
        "type": "savings",
        "level": "primary",
        "name": "สหกรณ์ออมทรัพย์ครูเลย จำกัด",
        **inline("names"),
        **values,
    }


def group_form(**values):
    group = {"type": "orchard", "name": "กลุ่มเกษตรกรทำสวนบ้านน้ำพุ"}
    return cooperative_form(**{**group, **values})


def complaints(response):
    """Every sentence on the page of a refused form, in English as the code has it."""
    assert response.status_code == 200
    with translation.override("en"):
        groups = [
            [group] if isinstance(group, str) else group for group in response.context["errors"]
        ]
        return [str(sentence) for group in groups for sentence in group]
