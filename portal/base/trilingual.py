"""Names in three languages: three columns, never gettext, and a key for the Kazakh order."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal.base import alphabet


def pick(kk: str, ru: str, en: str) -> str:
    """Return the text of the active language; where it is empty, the first that is not."""
    texts = {"kk": kk, "ru": ru, "en": en}
    active = (get_language() or "kk").split("-")[0]
    return texts.get(active) or kk or ru or en


class SortKeyField(models.TextField):  # type: ignore[type-arg]
    """The Kazakh sort key of another column.

    Computed in pre_save, so that save() and bulk_create() fill it. bulk_update(), queryset.update()
    and COPY do not: whoever changes a name through them writes the key too.
    """

    def __init__(self, *args: Any, source: str = "name_kk", **kwargs: Any) -> None:
        self.source = source
        super().__init__(*args, **kwargs | {"editable": False})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), dict(kwargs) | {"source": self.source}

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        key = alphabet.sort_key(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, key)
        return key


class TrilingualName(models.Model):
    name_kk = models.CharField(_("name in Kazakh"), max_length=200)
    name_ru = models.CharField(_("name in Russian"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200)
    sort_kk = SortKeyField(source="name_kk", db_index=True)

    class Meta:
        abstract = True

    @property
    @admin.display(description=pgettext_lazy("of a thing", "name"))
    def name(self) -> str:
        return pick(self.name_kk, self.name_ru, self.name_en)
