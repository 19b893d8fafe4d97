"""Money in pounds, from pence."""

_PENCE = 100


def pounds(pence: int) -> str:
    """Give "£1,250" or "£1,250.50" of an amount in pence."""
    whole, rest = divmod(abs(pence), _PENCE)
    sign = "-" if pence < 0 else ""
    return f"{sign}£{whole:,}" + (f".{rest:02}" if rest else "")


def exact(pence: int) -> str:
    """Give "£1,250.00" of an amount in pence, as accounts show it."""
    whole, rest = divmod(abs(pence), _PENCE)
    return f"{'-' if pence < 0 else ''}£{whole:,}.{rest:02}"
