"""Makes `resources/templates/caseload-template.xlsx` anew from `psg_desktop.exchange`."""

from psg_desktop.exchange.template_workbook import TEMPLATE, shipped_lists, template_workbook
from psg_desktop.paths import resource


def main() -> None:
    """Write the template where the program reads it."""
    place = resource(TEMPLATE)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(template_workbook(shipped_lists(resource("reference/lists"))))
    print(f"Made {place}")


if __name__ == "__main__":
    main()
