"""Two resolutions side by side: which paragraph came from which, and which of its words changed.

In: two resolutions, or a collection. Out: frozen values that pages, commands and exports write. Nothing here
knows about pages.
"""

from unres.compare.align import Pair, Status, align
from unres.compare.comparison import CompareError, Comparison, Fate, Row, compare
from unres.compare.history import History, histories
from unres.compare.repeats import Repeat, repeats
from unres.compare.series import Evidence, Predecessor, RecurringSeries, series_of
from unres.compare.stretches import Change, Difference, Piece, difference

__all__ = [
    "Change",
    "CompareError",
    "Comparison",
    "Difference",
    "Evidence",
    "Fate",
    "History",
    "Pair",
    "Piece",
    "Predecessor",
    "RecurringSeries",
    "Repeat",
    "Row",
    "Status",
    "align",
    "compare",
    "difference",
    "histories",
    "repeats",
    "series_of",
]
