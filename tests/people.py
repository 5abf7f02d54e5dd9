"""The cast: every test of rights reads as a sentence about one of them.

This issue needs two; officials and clerks join when their rooms open.
"""

from parties.models import User

PASSWORD = "a long enough password"


def asel() -> User:
    """Return Asel, the administrator of the installation."""
    return User.objects.create_superuser(email="asel@example.kz", password=PASSWORD, name="Асель")


def marat() -> User:
    """Return Marat, who has an account and no room at all."""
    return User.objects.create_user(email="marat@example.kz", password=PASSWORD, name="Марат")
