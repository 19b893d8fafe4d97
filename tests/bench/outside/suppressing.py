"""Suppress linked tables with another tool, in that tool's own environment: no import of ours.

Reads from standard input {"tool", "variables", "units", "tables"} as JSON, units as lists of codes
and tables as pairs of variables (or single ones); writes {"withheld", "seconds"}: the conditions of
every cell that is withheld, in any table.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from contextlib import redirect_stdout
from itertools import product

SMALL, WIDTH = 5, 30


def main() -> None:
    """Suppress, and say what was."""
    asked = json.load(sys.stdin)
    with redirect_stdout(sys.stderr):
        found, spent = {"pytauargus": tauargus, "gconfid": gconfid}[asked["tool"]](asked)
    json.dump({"withheld": [list(one) for one in found], "seconds": spent}, sys.stdout)


def cells(asked: dict) -> dict[tuple, int]:
    """Count every cell of every table, totals included; a cell is its conditions."""
    found: Counter = Counter()
    for table in asked["tables"]:
        places = [asked["variables"].index(name) for name in table]
        kinds = [sorted({unit[place] for unit in asked["units"]}) for place in places]
        for codes in product(*(("", *one) for one in kinds)):
            found[key(table, codes)] = 0
    for conditions in found:
        wanted = [(asked["variables"].index(name), code) for name, code in conditions]
        found[conditions] = sum(
            all(unit[place] == code for place, code in wanted) for unit in asked["units"]
        )
    return dict(found)


def key(table: list[str], codes: tuple) -> tuple:
    """Give the conditions of a cell, sorted; "" asks for everything."""
    return tuple(sorted((name, code) for name, code in zip(table, codes, strict=True) if code))


def tauargus(asked: dict) -> tuple[set, float]:
    """Suppress table by table with OPT; what is withheld in one is withheld in all."""
    from pytauargus import protect  # noqa: PLC0415 - only where it is asked for

    found, spent = set(), 0.0
    for table in asked["tables"]:
        # A column may not have the name of one of the tool's own.
        named = {f"v_{name}": name for name in table}
        columns = {
            own: [unit[asked["variables"].index(name)] for unit in asked["units"]]
            for own, name in named.items()
        }
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            protected = protect(
                columns | {"n": [1.0] * len(asked["units"])},
                list(named),
                response="n",
                safety_rules=f"FREQ({SMALL},{WIDTH})",
                suppress="OPT(1)",
                workdir=folder,
            )
            spent += time.perf_counter() - begun
            for row in protected.tables[0].rows:
                if row["status"] in ("U", "M"):
                    codes = tuple(str(row[own]).strip() for own in named)
                    found.add(
                        key(table, tuple("" if one in ("", "Total") else one for one in codes))
                    )
    return found, spent


def gconfid(asked: dict) -> tuple[set, float]:
    """Suppress all tables as one problem: every total is a sum of its parts."""
    import pandas as pd  # noqa: PLC0415 - only where it is asked for
    from gconfid import Suppression  # noqa: PLC0415 - only where it is asked for

    counts = cells(asked)
    ids = {cell: place for place, cell in enumerate(counts, start=1)}
    small = {cell for cell, count in counts.items() if 0 < count < SMALL}
    incell = pd.DataFrame(
        {
            "CellId": list(ids.values()),
            "Size": [float(one) for one in counts.values()],
            "TotalNoise": [max(float(one), 0.001) for one in counts.values()],
            "Sensitivity": [
                float(count) if one in small else -1.0 for one, count in counts.items()
            ],
            "Status": ["S" if one in small else "P" if not n else "V" for one, n in counts.items()],
            "Type": ["C"] * len(ids),
        }
    )
    sums = [
        {"ConstraintId": number, "CellId": ids[cell], "Coefficient": sign}
        for number, (total, parts) in enumerate(constraints(asked, counts), start=1)
        for cell, sign in ((total, -1), *((part, 1) for part in parts))
    ]
    begun = time.perf_counter()
    suppressed = Suppression(incell, pd.DataFrame(sums))
    spent = time.perf_counter() - begun
    out = suppressed.outsuppress
    out = out.to_pandas() if hasattr(out, "to_pandas") else out
    withheld = set(out.loc[out["OutStatus"].isin(["X", "S"]), "CellId"])
    return {cell for cell, one in ids.items() if one in withheld} | small, spent


def constraints(asked: dict, counts: dict[tuple, int]) -> list[tuple[tuple, list[tuple]]]:
    """Give each total with its parts, once."""
    found = {}
    for total in counts:
        for name in {one for table in asked["tables"] for one in table}:
            if name not in dict(total):
                parts = [
                    cell
                    for cell in counts
                    if len(cell) == len(total) + 1
                    and name in dict(cell)
                    and set(total) <= set(cell)
                ]
                if parts:
                    found[total, name] = (total, parts)
    return list(found.values())


if __name__ == "__main__":
    main()
