"""The program: no argument opens the window, a verb runs the command line."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".psgstore"


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window, on a vault where its folder is the one argument; else run a verb."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--draw-one-page"]:
        from psg_desktop.previews.worker import serve  # noqa: PLC0415 - it needs nothing else

        return serve()
    if not given or (len(given) == 1 and _names_vault(given[0])):
        # Nothing loaded is ever thrown away; searching it again and again for rubbish takes a
        # fifteenth of the time to the window. What loads last turns the search on.
        gc.disable()
        from psg_desktop.bootstrap import open_window  # noqa: PLC0415 - a verb needs no window

        return open_window(given)
    from psg_desktop import cli  # noqa: PLC0415 - the window starts without the verbs

    code = cli.run(given)
    return _try_window() if given == ["self-test"] and not code else code


def _try_window() -> int:
    from psg_desktop.bootstrap import window_opens  # noqa: PLC0415 - as above

    if window_opens():
        return 0
    print("The window does not open. Install PSG Desktop again.", file=sys.stderr)
    return 1


def _names_vault(argument: str) -> bool:
    return argument.endswith(SUFFIX) or Path(argument).is_dir()


if __name__ == "__main__":
    sys.exit(main())
