"""What a manager writes into the plan."""

import datetime

from governance import plans

SENT = {
    "target": "ประชุมสมาชิกครบทุกกลุ่ม",
    "method": "จัดประชุมกลุ่มเดือนละครั้ง",
    "indicator": "รายงานการประชุมกลุ่ม 12 ครั้ง",
    "responsible": "ผู้จัดการ",
    "due_on": "31/3/2570",
    "budget": "",
}


def planned(case, number="1.1", **values):
    content = {**SENT, "due_on": datetime.date(2027, 3, 31), "budget": None, **values}
    return plans.add(case.assessment, case.item(number), by=case.manager, **content)


def plan_address(case, rest="") -> str:
    return f"/desk/organizations/{case.organization.code}/plan/{rest}"
