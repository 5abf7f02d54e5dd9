from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from elections import rights
from elections.review import queries
from parties.forms import SlowedForm
from portal.base import clock


class SignInForm(SlowedForm, AdminAuthenticationForm):
    """Signs in whoever has a room in the admin; there is no is_staff column to ask."""

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        if not rights.may_enter_admin(user):
            raise ValidationError(
                self.error_messages["invalid_login"],
                code="invalid_login",
                params={"username": self.username_field.verbose_name},
            )


class TizimAdminSite(AdminSite):
    site_title = _("Tizim: commission")
    site_header = _("Tizim")
    index_title = _("Commission")
    login_form = SignInForm
    enable_nav_sidebar = False

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Let no page behind the sign-in be kept by a cache; Django excepts a few."""
        return super().admin_view(view, cacheable=False)

    def has_permission(self, request: HttpRequest) -> bool:
        return rights.may_enter_admin(request.user)

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return super().each_context(request) | {"site_url": "/"}

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Begin with what waits and what is due in this person's commissions."""
        waiting = queries.waiting(request.user, at=clock.now())
        return super().index(request, {"waiting": waiting} | (extra_context or {}))
