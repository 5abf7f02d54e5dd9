"""Made-up people for practice lists: names, numbers and birth dates from a fixed seed.

The numbers are valid and belong to nobody that we know of: their serial part is drawn by lot.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from elections.law.iin import Sex, check_digit


def _words(text: str) -> list[str]:
    return text.split()


# A man's surname; a woman's has an "а" at the end where the ending is a Russian one.
_SURNAMES = _words(
    "Абдрахманов Әбілов Айтбаев Алдабергенов Әлімжанов Асқаров Әуезов Байжанов Бекмұратов "
    "Бөкейханов Ғабитов Ғалымжанов Дәулетов Досмұхамедов Ерғалиев Есенов Жақыпов Жұмабаев "
    "Зейнуллин Ибраимов Кенжебаев Көшербаев Қабдолов Қасымов Қожахметов Құрманов Мақатаев "
    "Мұқанов Мырзахметов Нұрпейісов Оразбаев Өтегенов Өмірзақов Рысқұлов Сағынтаев Сейфуллин "
    "Сәрсенбаев Тілеуов Төлегенов Тұрсынов Ұзақбаев Үмбетов Хамзин Шаймерденов Шәріпов Ысқақов"
)
_GIVEN = {
    Sex.FEMALE: _words(
        "Айгүл Айнұр Айсұлу Ақмарал Әлия Әсел Баян Ботагөз Гүлмира Гүлшат Дина Еңлік Жанна Жазира "
        "Зәуре Індіра Күлпаш Қарлығаш Қымбат Ләззат Меруерт Мөлдір Нұргүл Райхан Сабина Сандуғаш "
        "Тоғжан Ұлжан Үміт Шолпан"
    ),
    Sex.MALE: _words(
        "Абай Әділет Арман Асқар Бауыржан Бақытжан Ғабит Дәурен Дулат Ержан Еркебұлан Жандос "
        "Жәнібек Ислам Қайрат Қанат Қуаныш Марат Мұрат Нұрлан Олжас Өмір Рүстем Санжар Серік "
        "Талғат Тимур Ұлан Шыңғыс Ілияс"
    ),
}
_FATHERS = _words(
    "Абай Аманжол Ахмет Әбілхан Бекболат Болат Ғани Дәулет Ерлан Есен Жақсылық Жұмабек Кенес "
    "Қайыр Қуат Мақсат Мәлік Мұхтар Нұртай Оразбек Сабыр Сәкен Тоқтар Төлеген Шәкен"
)
_OCCUPATIONS = (
    ("мектеп директоры", "№ 12 жалпы білім беретін мектеп"),
    ("мұғалім", "№ 47 мектеп-гимназия"),
    ("дәрігер", "№ 3 қалалық емхана"),
    ("кәсіпкер", "«Береке-Сауда» ЖШС"),
    ("инженер", "«Су арнасы» мекемесі"),
    ("агроном", "«Алтын дән» шаруа қожалығы"),
    ("заңгер", "заң консультациясы"),
    ("журналист", "«Жергілікті уақыт» газеті"),
    ("экономист", "«Сенім» сақтандыру компаниясы"),
    ("кітапханашы", "орталық кітапхана"),
    ("зейнеткер", ""),
    ("студент", "өңірлік университет"),
    ("фермер", "«Жайлау» шаруа қожалығы"),
    ("бағдарламашы", "«Цифр» серіктестігі"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many people a list shall hold, and how many of them count towards the quota."""

    people: int
    women: int
    young_men: int = 0


class Register:
    """Draws people; two registers of one seed and year draw the same ones in the same order."""

    def __init__(self, year: int, seed: int = 20210110) -> None:
        self._year = year
        self._random = random.Random(seed)  # noqa: S311 (names for practice, nothing secret)
        self._numbers: set[str] = set()
        self._names: set[str] = set()

    def draw(self, wanted: Wanted, *, residence: str) -> Iterator[dict[str, Any]]:
        """Yield the complete data of as many candidates, in no particular order."""
        kinds = [(Sex.FEMALE, False)] * wanted.women
        kinds += [(Sex.MALE, True)] * wanted.young_men
        kinds += [(Sex.MALE, False)] * (wanted.people - len(kinds))
        self._random.shuffle(kinds)
        for sex, is_young in kinds:
            yield self._person(sex, is_young=is_young) | {"residence": residence}

    def _person(self, sex: Sex, *, is_young: bool) -> dict[str, Any]:
        # In the middle of both ages: nobody crosses a limit while the calendar moves on.
        years = self._random.randint(22, 27) if is_young else self._random.randint(31, 64)
        born = date(self._year - years, self._random.randint(1, 12), self._random.randint(1, 28))
        occupation, workplace = self._random.choice(
            _OCCUPATIONS[:10] if years < 60 else _OCCUPATIONS
        )
        if is_young:
            occupation, workplace = self._random.choice(_OCCUPATIONS[11:])
        return self._name(sex) | {
            "iin": self._number(born, sex),
            "birth_date": born,
            "sex": str(sex),
            "is_citizen": True,
            "is_party_member": True,
            "occupation": occupation,
            "workplace": workplace,
        }

    def _name(self, sex: Sex) -> dict[str, str]:
        is_woman = sex is Sex.FEMALE
        while True:
            surname = self._random.choice(_SURNAMES) + ("а" if is_woman else "")
            given = self._random.choice(_GIVEN[sex])
            if f"{surname} {given}" not in self._names:
                break
        self._names.add(f"{surname} {given}")
        father = self._random.choice(_FATHERS)
        return {
            "surname": surname,
            "given_name": given,
            "patronymic": f"{father}{'қызы' if is_woman else 'ұлы'}",
        }

    def _number(self, born: date, sex: Sex) -> str:
        """Draw a number that nobody drawn before has. Law No. 223 of 12 January 2007."""
        seventh = {Sex.MALE: 3, Sex.FEMALE: 4}[sex] + (2 if born.year >= 2000 else 0)
        while True:
            eleven = f"{born:%y%m%d}{seventh}{self._random.randint(1, 9999):04d}"
            digit = check_digit(eleven)
            if digit is not None and eleven not in self._numbers:
                self._numbers.add(eleven)
                return f"{eleven}{digit}"
