"""Bank holidays of England and Wales as the usual rules foretell them."""

from datetime import date, timedelta

SATURDAY = 5


def usual_holidays(year: int) -> list[tuple[date, str]]:
    """Give the eight usual bank holidays of a year, with substitute days for weekends."""
    day = timedelta(days=1)
    new_year = date(year, 1, 1)
    christmas = date(year, 12, 25)
    easter = easter_sunday(year)
    may = date(year, 5, 1)
    days = [
        (new_year + day * ((7 - new_year.weekday()) % 7 if new_year.weekday() >= SATURDAY else 0),
         "New Year’s Day"),
        (easter - 2 * day, "Good Friday"),
        (easter + day, "Easter Monday"),
        (may + day * (-may.weekday() % 7), "Early May bank holiday"),
        (_last_monday(date(year, 5, 31)), "Spring bank holiday"),
        (_last_monday(date(year, 8, 31)), "Summer bank holiday"),
        (christmas + 2 * day * (christmas.weekday() >= SATURDAY), "Christmas Day"),
        (christmas + day + 2 * day * (christmas.weekday() in (SATURDAY - 1, SATURDAY)),
         "Boxing Day"),
    ]  # fmt: skip
    return sorted(days)


def _last_monday(month_end: date) -> date:
    return month_end - timedelta(days=month_end.weekday())


def easter_sunday(year: int) -> date:
    """Give Easter by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
