"""How much of what strangers send is looked at. Everything above is cut, or refused in a clear sentence."""

from __future__ import annotations

# Files
FILE_BYTES = 10_000_000  # of one file
TEXT_CHARACTERS = 100_000  # of one text
LINKS = 5_000  # of one message

# Pages (HTML)
MARKUP_CHARACTERS = 1_000_000  # after pictures written into the page and comments are left out
NESTING = 2_000  # elements inside one another; the parser's time grows with the square of it
STYLE_CHARACTERS = 50_000  # of one style sheet
SCRIPT_CHARACTERS = 200_000  # of all scripts together
INNER_PAGE_CHARACTERS = 200_000  # of a page that is written into a link

# Mails
PARTS = 200
FORWARDS = 3  # mails attached to mails

# PDF
PDF_PAGES = 30
PDF_LINKS = 500
PDF_ENCLOSURES = 50
PDF_STREAMS = 20_000
PDF_STREAM_BYTES = 200_000_000  # one packed stream, unpacked
PDF_UNPACKED_BYTES = 400_000_000  # all packed streams, unpacked
PDF_PICTURE_SIDE = 2_400  # pixels of the longer side of a drawn page

# Pictures
PICTURE_PIXELS = 40_000_000
PICTURE_SIDE = 20_000  # pixels

# A worker process
WORKER_BUSY_SECONDS_A_FILE = 4.5  # of processor time, all threads together; a screenshot takes 1.5
WORKER_SECONDS_A_FILE = 10.0  # wall: a busy machine is no fault of the file
WORKER_SECONDS_AN_EVENT = 20.0  # wall, for all files of one event; waiting for a turn is not counted
WORKER_SECONDS_TO_START = 30.0  # wall
WORKER_SECONDS_TO_STOP = 2.0  # wall, before it is killed
WORKER_LAST_SECONDS = 60  # of processor time for one file, whatever else fails: ends a worker whose parent is gone
WORKER_IDLE_SECONDS = 600.0  # then it ends and gives its memory back
WORKER_FILES = 200  # then it is replaced
WORKER_MEMORY_BYTES = 900_000_000  # of its own; reading a screenshot takes 500 MB
WORKER_ADDRESS_BYTES = 2_500_000_000  # of address space, shared libraries and all
WORKER_OPEN_FILES = 64
WORKER_ANSWER_BYTES = 32_000_000  # of one message as it crosses the process border
