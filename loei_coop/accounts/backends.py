from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend


class NameOrEmailBackend(ModelBackend):
    """User name or e-mail address, and the password."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if not username or password is None:
            return None
        user = get_user_model().objects.known_as(username)
        if user is None:
            # As long as it takes for an account that exists.
            get_user_model()().set_password(password)
            return None
        knows = user.check_password(password)
        return user if knows and self.user_can_authenticate(user) else None
