"""Answers Django's questions about permissions from elections.rights, so that one answer exists."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from elections import rights
from elections.practice import cast


class Backend(ModelBackend):
    """Signs in by e-mail and password; permissions come from the rights alone."""

    def user_can_authenticate(self, user: Any) -> bool:
        """Refuse the people of practice elections in production: everybody knows their password."""
        is_known_to_all = user is not None and user.email.endswith(f"@{cast.DOMAIN}")
        return super().user_can_authenticate(user) and not (settings.PRODUCTION and is_known_to_all)

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return rights.has_perm(user_obj, perm, obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return rights.has_module_perms(user_obj, app_label)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """Return nothing: permissions are asked one by one, never listed from tables."""
        return set()
