"""The confined process: reads one file from its input, draws one page, writes pixels, and ends."""

import sys

from psg_desktop.previews.confinement import confine
from psg_desktop.previews.drawing import draw, warm_up
from psg_desktop.previews.protocol import ASKED, Form, answer


def serve() -> int:
    """Draw what is asked for on the standard input; give the exit code."""
    warm_up()
    confine()
    form, page, width, length = ASKED.unpack(sys.stdin.buffer.read(ASKED.size))
    content = sys.stdin.buffer.read(length)
    said = answer(*draw(Form(form), content, page, width))
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()
    return 0
