from loei_coop.accounts.models.activation_code import ActivationCode, WrongCode
from loei_coop.accounts.models.event import AccountEvent
from loei_coop.accounts.models.signed_in import SignedIn
from loei_coop.accounts.models.user import User

__all__ = ["AccountEvent", "ActivationCode", "SignedIn", "User", "WrongCode"]
