"""How resolutions are made, in numbers: measured on 247 of the General Assembly, nearly all of its eightieth session.

A row of quantiles runs from the least to the greatest in steps of a twentieth. Chances are shares of what
was counted. There is no word of any resolution here.
"""

# How many a resolution has
PREAMBULAR = (0, 1, 4, 6, 8, 9, 11, 12, 13, 14, 16, 18, 21, 23, 25, 27, 31, 35, 40, 48, 101)
OPERATIVE = (1, 2, 4, 5, 6, 7, 9, 10, 12, 13, 15, 18, 22, 24, 27, 32, 38, 46, 52, 75, 362)
NOTES = (0, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 19, 21, 26, 38, 172)
# How closely the rank by preambular paragraphs or notes follows that by operative ones
TOGETHER = 0.7

# Words of each
TITLE = (1, 3, 4, 4, 5, 5, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14, 16, 18, 21, 27, 46)
AGENDA_TITLE = (2, 5, 6, 8, 10, 13, 14, 18, 23, 24, 53)
PREAMBULAR_WORDS = (3, 16, 21, 25, 28, 31, 35, 38, 41, 44, 48, 51, 55, 59, 64, 70, 77, 86, 99, 118, 287)
OPERATIVE_WORDS = (1, 18, 24, 29, 33, 36, 39, 43, 46, 50, 54, 58, 62, 67, 73, 79, 86, 96, 108, 130, 405)
ITEM_WORDS = (3, 10, 16, 20, 23, 26, 29, 33, 36, 39, 43, 45, 48, 53, 56, 61, 66, 72, 83, 99, 276)
PREAMBULAR_ITEM_WORDS = (3, 4, 6, 7, 11, 14, 16, 16, 19, 19, 21, 28, 30, 34, 34, 39, 45, 52, 54, 55, 78)
ANNEX_WORDS = (4, 13, 19, 24, 29, 33, 38, 43, 46, 50, 54, 59, 65, 70, 76, 82, 90, 98, 115, 136, 225)
ANNEX_ITEM_WORDS = (3, 7, 8, 10, 13, 15, 17, 20, 23, 25, 28, 31, 35, 39, 42, 47, 52, 61, 69, 83, 141)
HEADING_WORDS = (1, 2, 2, 3, 4, 5, 7, 8, 12, 16, 24)
NOTE_WORDS = (1, 3, 5, 7, 10, 12, 12, 15, 23, 38, 138)

# Sub-paragraphs
LIST = (2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 8, 9, 9, 13, 15, 43)
LIST_CHANCE = 0.015  # of an operative paragraph
NESTED_CHANCE = 0.045  # of a list: one of its members has a list of its own
CONTINUED_CHANCE = 0.04  # of a list: words of the paragraph follow it
PREAMBULAR_LIST_CHANCE = 0.001  # of a preambular paragraph
ANNEX_LIST_CHANCE = 0.07  # of a paragraph of an annex

# Sections, annexes, tables, lettered parts
SECTIONS_FROM = 20  # operative paragraphs, below which sections are rare
SECTIONS_CHANCE = 0.12
RESTART_CHANCE = 0.15  # of a resolution with sections: each numbers its own paragraphs
SECTION_LENGTH = (1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 18)
ITALIC_CHANCE = 0.15  # of a resolution with sections: lower headings in italics
ANNEX_UP_TO = 9  # operative paragraphs, above which annexes are rare
ANNEX_CHANCE = 0.13
SECOND_ANNEX_CHANCE = 0.08
ANNEX_LENGTH = (5, 25, 31, 38, 44, 54, 68, 90, 90, 96, 135)
TABLE_CHANCE = 0.016
TABLE_ROWS = (5, 9, 9, 10, 11, 11, 43)
PARTS_CHANCE = 0.008

# References: the chance that a paragraph has any, and how many it then has
PREAMBULAR_CITING = 0.2
OPERATIVE_CITING = 0.095
ANNEX_CITING = 0.05
PREAMBULAR_CITED = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 8, 16, 52)
OPERATIVE_CITED = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 21)

# What a paragraph cites that cites one document; several are resolutions
KINDS = {"resolution": 600, "charter": 351, "internal": 90, "decision": 90, "document": 31}
BODIES = {"assembly": 4023, "security": 234, "rights": 200, "ecosoc": 89, "environment": 79}
FORMS = {"number": 880, "letter": 62, "roman": 42, "special": 10, "emergency": 5}  # of the Assembly's, in thousandths
NOTE_KINDS = {
    "document": 1048,
    "resolution": 794,
    "ibid": 448,
    "treaty": 235,
    "free": 223,
    "records": 192,
    "sales": 73,
}
TREATY_AGAIN = 0.4  # of a treaty's note: the next names another one with Ibid.
DOCUMENTS = {
    "A/{s}/{n}": 855,
    "A/{s}/{n}/Add.{d}": 195,
    "A/C.{main}/{s}/SR.{d}": 68,
    "E/{y}/{n}": 68,
    "A/HRC/{h}/{n}": 67,
    "FCCC/CP/{y}/{d}/Add.{d}": 59,
    "A/AC.{body}/{y}/{d}": 34,
    "S/{y}/{n}": 29,
    "A/{s}/{n}/Corr.{d}": 27,
    "A/{s}/PV.{n}": 25,
    "A/CONF.{body}/{d}": 25,
    "A/CONF.{body}/{d} (Part I)": 22,
    "CD/{n}": 14,
}
NOTED = {"preambular": 0.63, "operative": 0.33, "annex": 0.04}  # what the paragraphs that call notes are

VOCABULARY = 18_000  # different words
PAGE = 2_600  # characters of a printed page
