from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models.functions import Lower

if TYPE_CHECKING:
    from parties.models import Membership, PartyName, Territory, User  # noqa: F401 (in quotes below)


class TerritoryQuerySet(models.QuerySet["Territory"]):
    """Territories of any day; a page about a day asks for those of that day."""

    def on(self, day: date) -> TerritoryQuerySet:
        """Return those that existed on the day; an open end counts as existing."""
        begun = models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=day)
        not_ended = models.Q(valid_to__isnull=True) | models.Q(valid_to__gt=day)
        return self.filter(begun & not_ended)

    def first_level(self) -> TerritoryQuerySet:
        """Return the regions and the cities of republican significance."""
        return self.filter(kind__in=("region", "republican_city"))

    def in_order(self) -> TerritoryQuerySet:
        """Return them in the order of the Kazakh alphabet."""
        return self.order_by("sort_kk", "slug")


class PartyNameQuerySet(models.QuerySet["PartyName"]):
    """Names of parties, each from its own day on."""

    def on(self, day: date) -> PartyNameQuerySet:
        """Return the one name of each party that held on the day."""
        return (
            self.filter(models.Q(valid_from__isnull=True) | models.Q(valid_from__lte=day))
            .order_by("party_id", models.F("valid_from").desc(nulls_last=True))
            .distinct("party_id")
        )


class MembershipQuerySet(models.QuerySet["Membership"]):
    """What people do for parties, as it holds at a moment."""

    def valid(self, at: datetime) -> MembershipQuerySet:
        """Return those that have begun and not ended, of accounts that may sign in."""
        not_ended = models.Q(valid_until__isnull=True) | models.Q(valid_until__gt=at)
        return self.filter(not_ended, valid_from__lte=at, user__is_active=True)


class UserManager(BaseUserManager["User"]):
    """Makes accounts; an address is one account in whatever case it is typed."""

    def by_address(self, address: str) -> models.QuerySet[User]:
        """Return the account of an e-mail address, typed in whatever case."""
        # Asked this way the unique index on lower(email) answers; "iexact" would not use it.
        return self.annotate(lowered=Lower("email")).filter(lowered=address.lower())

    def get_by_natural_key(self, username: str | None) -> User:
        return self.by_address(username or "").get()

    def create_user(self, email: str, password: str | None = None, **fields: object) -> User:
        """Create an account without any room of its own."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> User:
        """Create the administrator of an installation."""
        return self.create_user(email, password, is_superuser=True, **fields)
