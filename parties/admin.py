"""Accounts can be kept by hand; places, parties and names are only read here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse

from parties.models import Party, PartyName, Territory, User
from portal.base import audit

# Django's classes are generic for the type checker alone.
if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
    _Inline = admin.StackedInline[PartyName, Party]
    _UserAdmin = DjangoUserAdmin[User]
    _CreationForm = AdminUserCreationForm[User]
else:
    _ModelAdmin = admin.ModelAdmin
    _Inline = admin.StackedInline
    _UserAdmin = DjangoUserAdmin
    _CreationForm = AdminUserCreationForm

# Rights follow from memberships: a second vocabulary of groups would only mislead.
admin.site.unregister(Group)


class NotFoundAdmin(_ModelAdmin):
    """Answers 404 for an object that is not there or not this person's; Django would redirect."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is None:
            # Without the right to look, what is there and what is not get the same answer.
            raise Http404 if self.has_view_permission(request) else PermissionDenied
        return found

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Refuse a filter that no row can match and PostgreSQL cannot read."""
        if any("\0" in value for value in request.GET.values()):
            raise BadRequest
        answer: HttpResponse = super().changelist_view(request, extra_context)
        return answer


class Unlinked:
    """A column that leads to a row which this person may not open: its words without the link."""

    def __init__(self, column: models.ForeignKey[Any, Any]) -> None:
        self.column = column
        self.short_description = column.verbose_name
        self.__name__ = column.name

    def __call__(self, row: models.Model) -> str | None:
        """Return the words of the row that the column leads to."""
        found = getattr(row, self.column.name)
        return None if found is None else str(found)


class ReadOnlyAdmin(NotFoundAdmin):
    """Shows rows and offers nothing that would change one, whoever looks."""

    actions = None

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Return the columns to show; one leads to another row only where this person may look."""
        columns = {column.name: column for column in self.opts.fields}
        return [
            self._as_seen(request, columns.get(name) if isinstance(name, str) else None) or name
            for name in super().get_fields(request, obj)
        ]

    def _as_seen(self, request: HttpRequest, column: Any) -> Unlinked | None:
        if not isinstance(column, models.ForeignKey):
            return None
        options = column.related_model._meta  # noqa: SLF001
        view = f"{options.app_label}.view_{options.model_name}"
        return None if request.user.has_perm(view) else Unlinked(column)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _signed_in(request: HttpRequest) -> User:
    """Return who is signed in; the admin lets nobody else come this far."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


class AccountCreationForm(_CreationForm):
    class Meta:
        model = User
        fields = ("email", "name", "language")
        field_classes: ClassVar[dict[str, Any]] = {}


@admin.register(User)
class UserAdmin(NotFoundAdmin, _UserAdmin):
    """Accounts: an administrator adds, changes and closes them; none is deleted."""

    add_form = AccountCreationForm
    actions = None
    fieldsets = (
        (None, {"fields": ("email", "password", "name", "language")}),
        (None, {"fields": ("is_active", "is_superuser")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "email",
                    "name",
                    "language",
                    "usable_password",
                    "password1",
                    "password2",
                ),
            },
        ),
    )
    list_display = ("email", "name", "language", "is_active", "is_superuser")
    list_filter = ("is_active", "is_superuser")
    search_fields = ("email", "name")
    ordering = ("email",)
    filter_horizontal = ()

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        with audit.acting(
            by=_signed_in(request), why="account.changed" if change else "account.added"
        ):
            super().save_model(request, obj, form, change)

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002 (Django passes it by this name)
        form_url: str = "",
    ) -> HttpResponse:
        if request.method != "POST":
            return super().user_change_password(request, id, form_url)
        with audit.acting(by=_signed_in(request), why="account.password_set"):
            return super().user_change_password(request, id, form_url)


@admin.register(Territory)
class TerritoryAdmin(ReadOnlyAdmin):
    list_display = ("name", "kind", "parent", "kato", "slug")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("name_kk", "name_ru", "name_en", "kato", "slug")
    ordering = ("sort_kk",)


class PartyNameInline(_Inline):
    model = PartyName
    fields = ("valid_from", "name_kk", "name_ru", "name_en", "short_kk", "short_ru", "short_en")
    readonly_fields = fields
    ordering = (models.F("valid_from").asc(nulls_first=True),)
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Party)
class PartyAdmin(ReadOnlyAdmin):
    list_display = ("slug", "colour")
    search_fields = ("slug", "names__name_kk", "names__name_ru", "names__name_en")
    ordering = ("slug",)
    inlines = (PartyNameInline,)
