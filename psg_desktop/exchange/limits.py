"""How much of a file from outside this program is willing to read.

A caseload is a few hundred rows; a force-wide month of open data is some ten thousand. The limits
are far above both and far below what would exhaust an old laptop.
"""

MEGABYTE = 1024 * 1024

FILE_BYTES = 100 * MEGABYTE
TEXT_BYTES = 50 * MEGABYTE
INFLATED_BYTES = 200 * MEGABYTE
INFLATION_RATIO = 100
RATIO_MATTERS_ABOVE = 2 * MEGABYTE
"""Small parts may shrink a hundredfold honestly: a sheet of blank formatted cells does."""

ARCHIVE_MEMBERS = 2_000
SHEETS = 200
ROWS = 200_000
COLUMNS = 1_000
CELLS = 4_000_000
CELL_LENGTH = 100_000
XML_DEPTH = 200
COMMENTS = 20_000
SECONDS = 60.0
