"""The cast: every test of rights reads as a sentence about one of them."""

from datetime import UTC, datetime

from elections.models import Commission, CommissionMember
from parties.models import Membership, MembershipTerritory, Party, Territory, User

PASSWORD = "a long enough password"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def account(name: str, address: str, language: str = "kk") -> User:
    return User.objects.create_user(email=address, password=PASSWORD, name=name, language=language)


def asel() -> User:
    """Return Asel, the administrator of the installation."""
    return User.objects.create_superuser(email="asel@example.kz", password=PASSWORD, name="Асель")


def marat() -> User:
    """Return Marat, who has an account and no room at all."""
    return account("Марат", "marat@example.kz")


def gulnar(party: Party) -> User:
    """Return Gulnar, chief official of the party everywhere."""
    return member(account("Гүлнар", "gulnar@example.kz"), party, "chief")


def aigerim(party: Party, *territories: Territory) -> User:
    """Return Aigerim, official of the party in these territories."""
    return member(account("Айгерім", "aigerim@example.kz"), party, "official", *territories)


def bolat(party: Party, *territories: Territory) -> User:
    """Return Bolat, her colleague, who only reads."""
    return member(account("Болат", "bolat@example.kz"), party, "viewer", *territories)


def dana(party: Party) -> User:
    """Return Dana, chief official of another party: the stranger, always 404."""
    return member(account("Дана", "dana@example.kz"), party, "chief")


def saule(commission: Commission) -> User:
    """Return Saule, clerk of that commission."""
    return clerk(account("Сәуле", "saule@example.kz"), commission)


def timur(commission: Commission) -> User:
    """Return Timur, second clerk: four eyes."""
    return clerk(account("Тимур", "timur@example.kz"), commission)


def erlan(commission: Commission) -> User:
    """Return Erlan, clerk of another commission."""
    return clerk(account("Ерлан", "erlan@example.kz"), commission)


def zhanar(commission: Commission) -> User:
    """Return Zhanar, who chairs the commission."""
    return clerk(account("Жанар", "zhanar@example.kz"), commission, "chair")


def kamila(commission: Commission) -> User:
    """Return Kamila, auditor of the commission."""
    return clerk(account("Камила", "kamila@example.kz"), commission, "auditor")


def member(user: User, party: Party, role: str, *territories: Territory) -> User:
    membership = Membership.objects.create(
        user=user,
        party=party,
        role=role,
        all_territories=not territories,
        valid_from=LONG_AGO,
    )
    MembershipTerritory.objects.bulk_create(
        MembershipTerritory(membership=membership, territory=place) for place in territories
    )
    return user


def clerk(user: User, commission: Commission, role: str = "clerk") -> User:
    CommissionMember.objects.create(
        user=user, commission=commission, role=role, valid_from=LONG_AGO
    )
    return user
