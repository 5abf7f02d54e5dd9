from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

# Django's fields are generic for the type checker alone.
if TYPE_CHECKING:
    _Decimal = models.DecimalField[Any, Any]
else:
    _Decimal = models.DecimalField


class PrintedDecimalField(_Decimal):
    """A decimal number with the digits that its source printed: 9.1 and 9.10 stay apart.

    The column is numeric without a scale; max_digits and decimal_places only bound forms.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "numeric"

    def cast_db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "numeric"
