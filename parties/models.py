from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import available_timezones

from django.contrib import auth
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from parties.querysets import (
    MembershipQuerySet,
    PartyNameQuerySet,
    TerritoryQuerySet,
    UserManager,
)
from portal.base import audit
from portal.base.trilingual import TrilingualName


class Language(models.TextChoices):
    KAZAKH = "kk", "Қазақша"
    RUSSIAN = "ru", "Русский"
    ENGLISH = "en", "English"


def validate_time_zone(name: str) -> None:
    """Refuse a name that the time zone database does not know."""
    if name not in available_timezones():
        raise ValidationError(_("Unknown time zone: %(name)s"), params={"name": name})


@audit.tracked()
class Territory(TrilingualName):
    """A place that elects or is counted, as it was named and bounded on its days."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("country")
        ABROAD = "abroad", _("abroad")
        REGION = "region", _("region")
        REPUBLICAN_CITY = "republican_city", _("city of republican significance")
        REGIONAL_CITY = "regional_city", _("city of regional significance")
        DISTRICT = "district", _("district")

    slug = models.SlugField(_("short name in addresses"), unique=True)
    # Null and not "": several territories have none, and the code is unique.
    kato = models.CharField(  # noqa: DJ001
        _("KATO code"), max_length=9, null=True, blank=True, validators=[RegexValidator(r"^\d{9}$")]
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    romanised_en = models.BooleanField(_("English name is the romanised Kazakh one"), default=False)
    unsourced_kk = models.BooleanField(_("no source seen for the Kazakh name"), default=False)
    time_zone = models.CharField(_("time zone"), max_length=40, validators=[validate_time_zone])
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("until, not included"), null=True, blank=True)

    objects = TerritoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("territory")
        verbose_name_plural = _("territories")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kato"], condition=Q(kato__isnull=False), name="territory_kato_unique"
            ),
            models.CheckConstraint(
                condition=Q(kato__isnull=True) | Q(kato__regex=r"^[0-9]{9}$"),
                name="territory_kato_nine_digits",
            ),
            models.CheckConstraint(
                condition=Q(kind="country", parent__isnull=True)
                | (~Q(kind="country") & Q(parent__isnull=False)),
                name="territory_only_country_without_parent",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "country",
                        "abroad",
                        "region",
                        "republican_city",
                        "regional_city",
                        "district",
                    ]
                ),
                name="territory_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
                name="territory_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@audit.tracked(private=("password",))
class User(AbstractBaseUser):
    """An account. What its owner may do follows from memberships, never from a column here."""

    # No record of the last sign-in in a tracked row: each one would be an event of the audit.
    last_login = None

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.KAZAKH
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_superuser = models.BooleanField(_("administrator of the installation"), default=False)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique_in_any_case",
                violation_error_message=_("There is an account with this e-mail address."),
            ),
            models.CheckConstraint(condition=~Q(email=""), name="user_email_given"),
            models.CheckConstraint(
                condition=Q(language__in=["kk", "ru", "en"]), name="user_language_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def is_staff(self) -> bool:
        """Say whether some room of the admin is this person's; there is no such column."""
        return self.has_module_perms("admin")

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """Ask the backends, also for an administrator: no one passes unasked."""
        backends = auth.get_backends()
        return self.is_active and any(backend.has_perm(self, perm, obj) for backend in backends)

    def has_perms(self, perms: list[str], obj: models.Model | None = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        backends: list[Any] = list(auth.get_backends())
        return self.is_active and any(
            backend.has_module_perms(self, app_label) for backend in backends
        )


class IsReadableOnBothPapers(Func):
    """Luminance of "#rrggbb" by WCAG 2 from 0.128 to 0.298: 3 to 1 on light and on dark paper.

    The function stands in the database (migration 0001), so that SQL is bound by it too.
    """

    function = "is_readable_on_both_papers"
    output_field = models.BooleanField()


@audit.tracked()
class Party(models.Model):
    """A party through all its names."""

    slug = models.SlugField(_("short name in addresses"), unique=True)
    colour = models.CharField(
        _("colour"), max_length=7, validators=[RegexValidator(r"^#[0-9a-f]{6}$")]
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(colour__regex=r"^#[0-9a-f]{6}$"), name="party_colour_hexadecimal"
            ),
            models.CheckConstraint(
                condition=Q(IsReadableOnBothPapers(F("colour"))),
                name="party_colour_readable_on_both_papers",
                violation_error_message=_(
                    "This colour is too light or too dark to be told apart on both papers."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.slug


@audit.tracked()
class PartyName(TrilingualName):
    """What a party was called from a day on; without a day, before its first dated name."""

    party = models.ForeignKey(Party, models.PROTECT, related_name="names", verbose_name=_("party"))
    valid_from = models.DateField(_("from"), null=True, blank=True)
    short_kk = models.CharField(_("short name, Kazakh"), max_length=60)
    short_ru = models.CharField(_("short name, Russian"), max_length=60)
    short_en = models.CharField(_("short name, English"), max_length=60)

    objects = PartyNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("name of a party")
        verbose_name_plural = _("names of parties")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["party", "valid_from"],
                nulls_distinct=False,
                name="party_name_one_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@audit.tracked()
class Branch(models.Model):
    """A party's registered branch: only where one is may the party stand for a maslikhat."""

    party = models.ForeignKey(
        Party, models.PROTECT, related_name="branches", verbose_name=_("party")
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="branches", verbose_name=_("territory")
    )
    registered_on = models.DateField(_("registered on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("branch")
        verbose_name_plural = _("branches")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["party", "territory"],
                condition=Q(closed_on__isnull=True),
                name="branch_one_open_per_territory",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("registered_on")),
                name="branch_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.party}: {self.territory}"


@audit.tracked()
class Membership(models.Model):
    """What a person does for a party, from a moment on and until another."""

    class Role(models.TextChoices):
        CHIEF = "chief", _("chief official")
        OFFICIAL = "official", _("party official")
        VIEWER = "viewer", _("viewer")

    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name=_("account")
    )
    party = models.ForeignKey(
        Party, models.PROTECT, related_name="memberships", verbose_name=_("party")
    )
    role = models.CharField(_("role"), max_length=10, choices=Role)
    all_territories = models.BooleanField(_("in all territories"), default=False)
    territories = models.ManyToManyField(
        Territory, through="MembershipTerritory", related_name="+", verbose_name=_("territories")
    )
    valid_from = models.DateTimeField(_("from"))
    valid_until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "party"],
                condition=Q(valid_until__isnull=True),
                name="membership_one_open_per_party",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["chief", "official", "viewer"]),
                name="membership_role_known",
            ),
            models.CheckConstraint(
                condition=~Q(role="chief") | Q(all_territories=True),
                name="membership_chief_everywhere",
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=F("valid_from")),
                name="membership_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.party}"


@audit.tracked()
class MembershipTerritory(models.Model):
    """One territory of an official who does not work everywhere; its parts are meant too."""

    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="places", verbose_name=_("membership")
    )
    territory = models.ForeignKey(
        Territory, models.PROTECT, related_name="+", verbose_name=_("territory")
    )

    class Meta:
        verbose_name = _("territory of a membership")
        verbose_name_plural = _("territories of memberships")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["membership", "territory"], name="membership_territory_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.membership}: {self.territory}"
