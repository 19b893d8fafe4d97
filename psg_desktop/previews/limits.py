"""How much a preview may cost: pictures, pages, memory and time.

Far above a scanned letter or the photograph of a telephone, and far below what would hold up an
old laptop.
"""

from typing import Final

MEGABYTE: Final = 1024 * 1024

# What a picture may claim to be; a large photograph has about 50 million pixels.
PICTURE_PIXELS: Final = 100_000_000
# What is ever drawn of it.
DRAWN_WIDTH: Final = 4_000
DRAWN_PIXELS: Final = 24_000_000
PAGES: Final = 5_000
TEXT_SHOWN: Final = 100_000
PAGE_TEXT: Final = 20_000
# Of the confined process: its address space holds the program, the file and one picture.
MEMORY: Final = 1024 * MEGABYTE
PROCESSOR_SECONDS: Final = 10
SECONDS: Final = 12.0
