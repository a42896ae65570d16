from governance.forms.answer import AnswerForm
from governance.forms.choice import PickForm, merged_form
from governance.forms.evidence import EvidenceForm
from governance.forms.scope import AccountingYearForm, ReasonForm
from governance.forms.submission import SubmissionForm

__all__ = [
    "AccountingYearForm",
    "AnswerForm",
    "EvidenceForm",
    "PickForm",
    "ReasonForm",
    "SubmissionForm",
    "merged_form",
]
