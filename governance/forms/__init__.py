from governance.forms.answer import AnswerForm
from governance.forms.choice import PickForm, merged_form
from governance.forms.evidence import EvidenceForm
from governance.forms.plan import ActionForm, ProgressForm
from governance.forms.scope import AccountingYearForm, ReasonForm
from governance.forms.submission import ReconsiderationForm, SubmissionForm

__all__ = [
    "AccountingYearForm",
    "ActionForm",
    "AnswerForm",
    "EvidenceForm",
    "PickForm",
    "ProgressForm",
    "ReasonForm",
    "ReconsiderationForm",
    "SubmissionForm",
    "merged_form",
]
