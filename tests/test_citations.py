"""What is a reference, to which document, in which words; and what is not, beside it.

Each row: a name, a text, and what must be found in it, in order: "type words = symbol #part @paragraph".
"?" as symbol: recognised, but the body's symbols are not known. A row whose last column is empty must
find nothing. Instruments are not listed in these rows; test_instruments.py has them.
"""

from __future__ import annotations

import pytest

from unres.citations import Findings, Passage, Reference, Type, find_in_passages, find_in_text
from unres.model import Table, Text

NUMBERS = [
    # name, text, found
    ("its", "Recalling its resolution 61/168 of 19 December 2006,", "resolution 61/168 = A/RES/61/168"),
    ("bare noun", "See resolution 55/2.", "resolution resolution 55/2 = A/RES/55/2"),
    ("capital", "Resolution 70/1.", "resolution Resolution 70/1 = A/RES/70/1"),
    ("Assembly in full", "General Assembly resolution 48/134", "resolution resolution 48/134 = A/RES/48/134"),
    ("Assembly in short", "Assembly resolution 48/134", "resolution resolution 48/134 = A/RES/48/134"),
    ("letter", "its resolution 51/45 J of 10 December 1996", "resolution 51/45 J = A/RES/51/45 #J"),
    ("two letters", "its resolution 36/87 A and B", "resolution 36/87 A = A/RES/36/87 #A; resolution B = A/RES/36/87 #B"),
    ("letter range", "resolution 75/254 A to C of 31 December 2020", "resolution resolution 75/254 A = A/RES/75/254 #A; resolution  = A/RES/75/254 #B; resolution C = A/RES/75/254 #C"),
    ("letters by a hyphen", "resolution 47/54 A-C", "resolution resolution 47/54 A = A/RES/47/54 #A; resolution  = A/RES/47/54 #B; resolution C = A/RES/47/54 #C"),
    ("letters by a non-breaking hyphen", "resolution 47/54 A\u2011C of 9 December 1992", "resolution resolution 47/54 A = A/RES/47/54 #A; resolution  = A/RES/47/54 #B; resolution C = A/RES/47/54 #C"),
    ("letters in brackets", "resolutions 47/54 (A–C)", "resolution 47/54 (A = A/RES/47/54 #A; resolution  = A/RES/47/54 #B; resolution C) = A/RES/47/54 #C"),
    ("letters in brackets, and", "resolutions 47/54 (A and B) and 47/55", "resolution 47/54 (A = A/RES/47/54 #A; resolution B) = A/RES/47/54 #B; resolution 47/55 = A/RES/47/55"),
    ("letters in brackets that are no list", "resolution 47/54 (UNEP)", "resolution resolution 47/54 = A/RES/47/54"),
    ("letter and a word by a hyphen", "resolution 47/54 A-list", "resolution resolution 47/54 = A/RES/47/54"),
    ("double letter", "resolution 46/36 AA", "resolution resolution 46/36 AA = A/RES/46/36 #AA"),
    ("roman", "its resolution 1514 (XV) of 14 December 1960", "resolution 1514 (XV) = A/RES/1514(XV)"),
    ("roman with letter", "resolution 217 A (III)", "resolution resolution 217 A (III) = A/RES/217(III) #A"),
    ("roman with letters", "resolutions 3411 A and B (XXX)", "resolution 3411 A = A/RES/3411(XXX) #A; resolution B (XXX) = A/RES/3411(XXX) #B"),
    ("roman with range", "resolution 3419 A to C (XXX)", "resolution resolution 3419 A = A/RES/3419(XXX) #A; resolution  = A/RES/3419(XXX) #B; resolution C (XXX) = A/RES/3419(XXX) #C"),
    ("special session", "resolution 3362 (S-VII)", "resolution resolution 3362 (S-VII) = A/RES/3362(S-VII)"),
    ("emergency session, roman", "resolution 2252 (ES-V)", "resolution resolution 2252 (ES-V) = A/RES/2252(ES-V)"),
    ("special session, arabic", "its resolution S-10/2 of 30 June 1978", "resolution S-10/2 = A/RES/S-10/2"),
    ("emergency session, arabic", "resolution ES-11/1 of 2 March 2022", "resolution resolution ES-11/1 = A/RES/ES-11/1"),
    ("decision", "its decision 60/551 of 15 March 2006", "decision 60/551 = A/DEC/60/551"),
    ("decision, bare", "See decision 74/537 B.", "decision decision 74/537 B = A/DEC/74/537 #B"),
    ("enumeration", "its resolutions 37/90 of 10 December 1982, 54/68 of 6 December 1999 and 72/79 of 7 December 2017", "resolution 37/90 = A/RES/37/90; resolution 54/68 = A/RES/54/68; resolution 72/79 = A/RES/72/79"),
    ("enumeration without dates", "resolutions 59/296, 60/266 and 61/276", "resolution 59/296 = A/RES/59/296; resolution 60/266 = A/RES/60/266; resolution 61/276 = A/RES/61/276"),
    ("enumeration, oxford comma", "resolutions 59/296, 60/266, and 61/276", "resolution 59/296 = A/RES/59/296; resolution 60/266 = A/RES/60/266; resolution 61/276 = A/RES/61/276"),
    ("enumeration, or", "under resolution 59/296 or 60/266", "resolution resolution 59/296 = A/RES/59/296; resolution 60/266 = A/RES/60/266"),
    ("enumeration, as well as", "resolutions 59/296 of 22 June 2005, as well as 60/266 of 30 June 2006", "resolution 59/296 = A/RES/59/296; resolution 60/266 = A/RES/60/266"),
    ("enumeration with subjects", "its resolutions 65/151 of 20 December 2010 on an international year and 67/215 of 21 December 2012 on a decade", "resolution 65/151 = A/RES/65/151; resolution 67/215 = A/RES/67/215"),
    ("enumeration with titles", "its resolutions 65/151 of 20 December 2010, entitled “A year, and more”, and 67/215 of 21 December 2012", "resolution 65/151 = A/RES/65/151; resolution 67/215 = A/RES/67/215"),
    ("enumeration with sections", "Resolutions 52/214, sect. B, 57/283 B, sect. III, and 58/250, sect. III.", "resolution 52/214 = A/RES/52/214; resolution 57/283 B = A/RES/57/283 #B; resolution 58/250 = A/RES/58/250"),
    ("enumeration with a section and no comma", "resolutions 52/214 section II and 57/283", "resolution 52/214 = A/RES/52/214; resolution 57/283 = A/RES/57/283"),
    ("enumeration with paragraphs", "Resolutions 52/214, para. 3; 55/222, paras. 61–76; and 56/64 B, sect. X.", "resolution 52/214 = A/RES/52/214 @3; resolution 55/222 = A/RES/55/222 @61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76; resolution 56/64 B = A/RES/56/64 #B"),
    ("mixed forms", "its resolutions 2252 (ES-V) of 4 July 1967, 3379 (XXX) of 10 November 1975 and 46/86", "resolution 2252 (ES-V) = A/RES/2252(ES-V); resolution 3379 (XXX) = A/RES/3379(XXX); resolution 46/86 = A/RES/46/86"),
    ("letters in an enumeration", "its resolutions 57/283 B of 15 April 2003, 58/250 of 23 December 2003", "resolution 57/283 B = A/RES/57/283 #B; resolution 58/250 = A/RES/58/250"),
    ("resolution and decision", "its resolution 61/1 and its decision 61/500", "resolution 61/1 = A/RES/61/1; decision 61/500 = A/DEC/61/500"),
    ("previous resolutions", "its previous resolutions 61/1 and 62/1", "resolution 61/1 = A/RES/61/1; resolution 62/1 = A/RES/62/1"),
    ("in particular", "all its resolutions on the matter, in particular 61/1 of 15 November 2006", "resolution 61/1 = A/RES/61/1"),
    # no reference
    ("year", "in the year 2006", ""),
    ("season", "during the 2017/18 season", ""),
    ("season after a noun far away", "the resolutions of the seasons 2017/18 and 2018/19", ""),
    ("fraction", "about 1/3 of the members", ""),
    ("fraction after a resolution", "adopted the resolution by a 2/3 majority", ""),
    ("round the clock", "a service open 24/7", ""),
    ("date with slashes", "on 19/12/2006", ""),
    ("money", "an amount of $55/2 per unit", ""),
    ("parity", "the goal of 50/50 gender balance", ""),
    ("agenda item", "under agenda item 70 (b)", ""),
    ("agenda items", "agenda items 13 and 117 (b)", ""),
    ("telephone", "call +41 22 917 0000/9001", ""),
    ("time", "at 10.30 a.m.", ""),
    ("target", "target 14.6 of the Goals", ""),
    ("target after a noun", "the resolution on target 14.6", ""),
    ("general recommendation", "general recommendation No. 39 (2022) on the rights of women", ""),
    ("phrase without number", "its resolutions and decisions on the matter", ""),
    ("high resolution", "high-resolution imagery 10/20", ""),
    ("plain number", "resolution 55 of the conference", ""),
    ("session", "its sixty-first session", ""),
    ("percentage", "by resolution some 1/2% more", ""),
    ("three numbers", "resolution 61/168/3", ""),
    ("no blank behind the comma of a date", "its resolutions 74/5 of 3 December 2019,76/268 of 30 June 2022", "resolution 74/5 = A/RES/74/5; resolution 76/268 = A/RES/76/268"),
    ("no blank behind the comma of a number", "resolutions 70/1,71/2 and 72/3", "resolution 70/1 = A/RES/70/1; resolution 71/2 = A/RES/71/2; resolution 72/3 = A/RES/72/3"),
    ("thousands before a slash", "costs of 12,500/13 after resolution 61/1", "resolution resolution 61/1 = A/RES/61/1"),
    ("a Cyrillic letter as part", "resolution 57/283 В of 15 April 2003", "resolution resolution 57/283 В = A/RES/57/283 #B"),
    ("Cyrillic letters as a range", "resolutions 75/254 А to С", "resolution 75/254 А = A/RES/75/254 #A; resolution  = A/RES/75/254 #B; resolution С = A/RES/75/254 #C"),
    ("a Cyrillic letter that prints like none", "resolution 61/1 И of 2006", "resolution resolution 61/1 = A/RES/61/1"),
    ("a decimal behind a resolution", "the adoption of resolution 64/292, 2.2 billion people", "resolution resolution 64/292 = A/RES/64/292"),
    ("a decimal behind a dotted number", "World Health Assembly resolution 69.2, 3.5 billion people", "resolution resolution 69.2 = WHA69.2"),
    ("dotted numbers", "World Health Assembly resolutions 69.2 and 70.3", "resolution 69.2 = WHA69.2; resolution 70.3 = WHA70.3"),
]  # fmt: skip

WHOSE = [
    ("a body before a comma that opens no note", "As told to the Human Rights Council, resolution 60/1 is binding", "resolution resolution 60/1 = ?"),
    ("adoption on a day by", "the adoption on 18 June 2007 by the Human Rights Council of resolution 60/1", "resolution resolution 60/1 = A/HRC/RES/60/1"),
    ("in the annex of a conference's document", "A/CONF.157/24, annex, resolution 49/2", "document A/CONF.157/24 = A/CONF.157/24; resolution resolution 49/2 = ?"),
    ("a year that is a slip, no body named", "resolution 61/168 of 19 December 2007", "resolution resolution 61/168 = A/RES/61/168"),
    ("a year that is a slip, its", "The Security Council met. Recalling its resolution 61/168 of 19 December 2007", "resolution 61/168 = A/RES/61/168"),
    ("its, of another body behind", "its resolution 52/6 of 3 April 2023 of the Human Rights Council", "resolution 52/6 = A/HRC/RES/52/6"),
    ("its, a body that is not ours behind", "its resolution 60/1 of 16 September 2005 of the Board of Governors of the Agency", "resolution 60/1 = A/RES/60/1"),
    ("limits is not its", "what limits resolution 61/1 in time", "resolution resolution 61/1 = A/RES/61/1"),
    ("by, behind a comma", "resolution 60/1, by the Human Rights Council", "resolution resolution 60/1 = A/HRC/RES/60/1"),
    ("its of a body that is not ours, by a paragraph", "the Commission on Narcotic Drugs, in paragraph 3 of its resolution 49/2", "resolution 49/2 = ? @3"),
    ("Security Council", "Security Council resolution 1325 (2000) of 31 October 2000", "resolution resolution 1325 (2000) = S/RES/1325(2000)"),
    ("Security Council by form", "resolution 1325 (2000)", "resolution resolution 1325 (2000) = S/RES/1325(2000)"),
    ("Security Council, many", "Security Council resolutions 242 (1967) of 22 November 1967 and 338 (1973) of 22 October 1973", "resolution 242 (1967) = S/RES/242(1967); resolution 338 (1973) = S/RES/338(1973)"),
    ("Security Council, its", "the Security Council, in its resolution 1973 (2011),", "resolution 1973 (2011) = S/RES/1973(2011)"),
    ("Economic and Social Council", "Economic and Social Council resolution 1996/31 of 25 July 1996", "resolution resolution 1996/31 = E/RES/1996/31"),
    ("Economic and Social Council, roman", "Economic and Social Council resolution 1503 (XLVIII)", "resolution resolution 1503 (XLVIII) = E/RES/1503(XLVIII)"),
    ("Economic and Social Council by roman session", "resolution 1503 (XLVIII)", "resolution resolution 1503 (XLVIII) = E/RES/1503(XLVIII)"),
    ("Economic and Social Council by form", "resolution 2011/5 of 14 July 2011", "resolution resolution 2011/5 = E/RES/2011/5"),
    ("Economic and Social Council, decision", "Economic and Social Council decision 2005/234", "decision decision 2005/234 = E/DEC/2005/234"),
    ("Economic and Social Council, letter-like year", "Economic and Social Council resolution 2017/18", "resolution resolution 2017/18 = E/RES/2017/18"),
    ("Commission on Human Rights", "Commission on Human Rights resolution 2005/54", "resolution resolution 2005/54 = E/CN.4/RES/2005/54"),
    ("Commission on Human Rights, many", "Commission on Human Rights resolutions 2004/16 of 16 April 2004 and 2005/5 of 14 April 2005", "resolution 2004/16 = E/CN.4/RES/2004/16; resolution 2005/5 = E/CN.4/RES/2005/5"),
    ("Commission on Human Rights, its", "the Commission on Human Rights in its resolution 1998/72", "resolution 1998/72 = E/CN.4/RES/1998/72"),
    ("Commission in short", "the Commission on Human Rights, and Commission resolution 1998/72", "resolution resolution 1998/72 = E/CN.4/RES/1998/72"),
    ("Commission, decision", "Commission on Human Rights decision 2004/117", "decision decision 2004/117 = E/CN.4/DEC/2004/117"),
    ("Subcommission far behind", "the adoption of resolution 1999/10 of 25 August 1999, on a question, by the Subcommission on the Promotion and Protection of Human Rights", "resolution resolution 1999/10 = E/CN.4/Sub.2/RES/1999/10"),
    ("adoption far before, two bodies near", "the adoption of resolution 1999/10, on a question put to the Commission on Human Rights, by the Subcommission", "resolution resolution 1999/10 = E/CN.4/Sub.2/RES/1999/10"),
    ("adopted by, far behind", "resolution 60/1, on lamps, adopted by the Human Rights Council", "resolution resolution 60/1 = A/HRC/RES/60/1"),
    ("a body far behind that adopted nothing", "recalls resolution 60/1, on lamps considered by the Human Rights Council", "resolution resolution 60/1 = A/RES/60/1"),
    ("behind a date, another body before", "the Commission on Human Rights noted resolution 1999/10 of 25 August 1999 of the Subcommission", "resolution resolution 1999/10 = E/CN.4/Sub.2/RES/1999/10"),
    ("behind a date, a body that is not ours", "resolution 60/1 of 16 September 2005 of the Board of Governors of the Agency", "resolution resolution 60/1 = ?"),
    ("Subcommission before", "Subcommission on the Promotion and Protection of Human Rights resolution 1999/10", "resolution resolution 1999/10 = E/CN.4/Sub.2/RES/1999/10"),
    ("Human Rights Council", "Human Rights Council resolution 5/1 of 18 June 2007", "resolution resolution 5/1 = A/HRC/RES/5/1"),
    ("Human Rights Council, high session", "Human Rights Council resolution 52/6", "resolution resolution 52/6 = A/HRC/RES/52/6"),
    ("Human Rights Council, many", "Human Rights Council resolutions 45/30 of 7 October 2020, 51/4 of 6 October 2022 and 57/8", "resolution 45/30 = A/HRC/RES/45/30; resolution 51/4 = A/HRC/RES/51/4; resolution 57/8 = A/HRC/RES/57/8"),
    ("Human Rights Council, special session", "Human Rights Council resolution S-27/1", "resolution resolution S-27/1 = A/HRC/RES/S-27/1"),
    ("Human Rights Council, its", "the Human Rights Council, in its resolution 52/6,", "resolution 52/6 = A/HRC/RES/52/6"),
    ("Human Rights Council, in paragraph of its", "the Human Rights Council, in paragraph 5 of its resolution 52/6,", "resolution 52/6 = A/HRC/RES/52/6 @5"),
    ("Human Rights Council, decision", "Human Rights Council decision 36/115", "decision decision 36/115 = A/HRC/DEC/36/115"),
    ("Human Rights Council, comma", "Human Rights Council, resolution 40/2, annex.", "resolution resolution 40/2 = A/HRC/RES/40/2"),
    ("Human Rights Council behind", "resolution 5/1 of the Human Rights Council", "resolution resolution 5/1 = A/HRC/RES/5/1"),
    ("Human Rights Council behind a date", "resolution 52/6 of 3 April 2023 of the Human Rights Council", "resolution resolution 52/6 = A/HRC/RES/52/6"),
    ("adopted by", "resolution 52/6 adopted by the Human Rights Council", "resolution resolution 52/6 = A/HRC/RES/52/6"),
    ("of two Councils the one named last", "The Economic and Social Council and the Trusteeship Council met, and Council resolution 2200 (XX)", "resolution resolution 2200 (XX) = T/RES/2200(XX)"),
    ("of two Councils the one named last, the other way", "The Trusteeship Council and the Economic and Social Council met, and Council resolution 2200 (XX)", "resolution resolution 2200 (XX) = E/RES/2200(XX)"),
    ("a body that is not ours, its section", "the Commission on Narcotic Drugs, in section II of its resolution 49/2", "resolution 49/2 = ?"),
    ("a body that is not ours, its annex", "the Commission on Narcotic Drugs, in the annex to its resolution 49/2", "resolution 49/2 = ?"),
    ("second of a list, of another session than its date", "resolutions 61/1 of 18 December 2006 and 61/168 of 19 December 1999", "resolution 61/1 = A/RES/61/1; resolution 61/168 = ?"),
    ("adoption by", "the adoption by the Human Rights Council, at its fifth session, of resolution 5/1", "resolution resolution 5/1 = A/HRC/RES/5/1"),
    ("Council after the Human Rights Council", "The Human Rights Council met. Recalling Council resolution 53/1", "resolution resolution 53/1 = A/HRC/RES/53/1"),
    ("Council after the Security Council", "The Security Council met. Recalling Council resolution 1701 (2006)", "resolution resolution 1701 (2006) = S/RES/1701(2006)"),
    ("Council after both", "The Security Council and the Human Rights Council met. Recalling Council resolution 1701 (2006)", "resolution resolution 1701 (2006) = S/RES/1701(2006)"),
    ("yearly, the Council named beside it", "Noting the role of the Economic and Social Council, and resolution 2000/22", "resolution resolution 2000/22 = E/RES/2000/22"),
    ("yearly, its, the Council named beside it", "Noting the work of the Economic and Social Council, and recalling its resolution 2017/18", "resolution 2017/18 = E/RES/2017/18"),
    ("yearly decision, the Council named beside it", "The Economic and Social Council met. Noting decision 2005/101", "decision decision 2005/101 = E/DEC/2005/101"),
    ("yearly, its number given to the Commission before", "Commission on Human Rights resolution 2000/22. The report was made pursuant to resolution 2000/22.", "resolution resolution 2000/22 = E/CN.4/RES/2000/22; resolution resolution 2000/22 = E/CN.4/RES/2000/22"),
    ("yearly, the Commission among its records", "See Official Records of the Economic and Social Council, 2005, Supplement No. 3 (E/2005/23); see also resolution 2005/54.", "document E/2005/23 = E/2005/23; resolution resolution 2005/54 = ?"),
    ("Council by form", "recalling Council resolution 2011/5", "resolution resolution 2011/5 = E/RES/2011/5"),
    ("body founded by another's", "the establishment of the Human Rights Council by its resolution 60/251", "resolution 60/251 = A/RES/60/251"),
    ("Environment Assembly behind", "resolutions 5/14, 4/6 and 4/9 of the United Nations Environment Assembly", "resolution 5/14 = UNEP/EA.5/Res.14; resolution 4/6 = UNEP/EA.4/Res.6; resolution 4/9 = UNEP/EA.4/Res.9"),
    ("Environment Assembly", "Environment Assembly resolution 5/14", "resolution resolution 5/14 = UNEP/EA.5/Res.14"),
    ("Environment Assembly, full name", "United Nations Environment Assembly of the United Nations Environment Programme resolution 6/7", "resolution resolution 6/7 = UNEP/EA.6/Res.7"),
    ("Environment Assembly, decision", "Environment Assembly decision 5/3", "decision decision 5/3 = UNEP/EA.5/Dec.3"),
    ("Habitat Assembly", "United Nations Habitat Assembly resolution 2/3", "resolution resolution 2/3 = HSP/HA.2/Res.3"),
    ("Health Assembly", "World Health Assembly resolution 69.2", "resolution resolution 69.2 = WHA69.2"),
    ("Health Assembly, WHA", "World Health Assembly resolution WHA58.5", "resolution resolution WHA58.5 = WHA58.5"),
    ("Health Assembly, many", "World Health Assembly resolutions 69.2 and 71.3", "resolution 69.2 = WHA69.2; resolution 71.3 = WHA71.3"),
    ("two bodies, two forms", "General Assembly and Security Council resolutions 60/180 and 1645 (2005)", "resolution 60/180 = A/RES/60/180; resolution 1645 (2005) = S/RES/1645(2005)"),
    ("bodies change midway", "resolutions 60/251 of the General Assembly and 5/1 of the Human Rights Council", "resolution 60/251 = A/RES/60/251; resolution 5/1 = A/HRC/RES/5/1"),
    ("bodies change with nouns", "Human Rights Council resolutions 45/30 and 51/4 and General Assembly resolution 77/1", "resolution 45/30 = A/HRC/RES/45/30; resolution 51/4 = A/HRC/RES/51/4; resolution resolution 77/1 = A/RES/77/1"),
    ("its after another's", "Human Rights Council resolution 45/30, and recalling its resolution 75/176", "resolution resolution 45/30 = A/HRC/RES/45/30; resolution 75/176 = A/RES/75/176"),
    ("date tells the Council", "The Human Rights Council met. Taking note of resolution 52/6 of 3 April 2023", "resolution resolution 52/6 = A/HRC/RES/52/6"),
    ("members share what a date tells", "the Human Rights Council, most recently resolutions 52/6 of 3 April 2023, 49/4 and S-27/1 of 5 December 2017", "resolution 52/6 = A/HRC/RES/52/6; resolution 49/4 = A/HRC/RES/49/4; resolution S-27/1 = A/HRC/RES/S-27/1"),
    ("date tells the Assembly", "The Human Rights Council met. Taking note of resolution 52/6 of 9 October 1997", "resolution resolution 52/6 = A/RES/52/6"),
    ("cited again without its body", "Human Rights Council resolution 43/1 of 19 June 2020. The report was made pursuant to resolution 43/1.", "resolution resolution 43/1 = A/HRC/RES/43/1; resolution resolution 43/1 = A/HRC/RES/43/1"),
    ("other body before", "Commission on Narcotic Drugs resolution 53/2", "resolution resolution 53/2 = ?"),
    ("other body, in its", "the Commission on the Status of Women, in its resolution 60/2,", "resolution 60/2 = ?"),
    ("other body behind", "resolution 8/9 of the Conference of the States Parties", "resolution resolution 8/9 = ?"),
    ("other body, full stop", "Governing Council decision 27/5", "decision decision 27/5 = ?"),
    ("other body, regional", "the adoption by the Economic Commission for Europe of its resolution 70/1", "resolution 70/1 = ?"),
    ("FAO form", "resolution 7/2019 of 28 June 2019 of the Conference of the Food and Agriculture Organization", "resolution resolution 7/2019 = ?"),
    ("resolution in a document", "CAC/COSP/2019/17, sect. I.B, resolution 8/1, para. 2", "document CAC/COSP/2019/17 = CAC/COSP/2019/17; resolution resolution 8/1 = ? @2"),
    ("IAEA", "resolution GC(45)/RES/10", "resolution GC(45)/RES/10 = GC(45)/RES/10"),
    ("IAEA, decision", "GC(53)/DEC/13", "decision GC(53)/DEC/13 = GC(53)/DEC/13"),
    ("Organization of African Unity", "resolution CM/Res.1153 (XLVIII)", "resolution resolution CM/Res.1153 (XLVIII) = ?"),
    ("African Union", "decision Assembly/AU/Dec.778 (XXXIII)", "decision decision Assembly/AU/Dec.778 (XXXIII) = ?"),
    ("climate conference", "decision 1/CP.21", "decision decision 1/CP.21 = 1/CP.21"),
    ("climate conferences", "decisions 1/CP.28 and 5/CMA.5", "decision 1/CP.28 = 1/CP.28; decision 5/CMA.5 = 5/CMA.5"),
    ("biological diversity", "decision X/2", "decision decision X/2 = X/2"),
    ("biological diversity, arabic", "CBD/COP/15/17, decision 15/4, annex", "document CBD/COP/15/17 = CBD/COP/15/17; decision decision 15/4 = 15/4"),
    ("maritime organization", "resolution MSC.489(103)", "resolution resolution MSC.489(103) = MSC.489(103)"),
    ("also of", "resolutions 60/1 of 16 September 2005 and 60/2, also of 16 September 2005", "resolution 60/1 = A/RES/60/1; resolution 60/2 = A/RES/60/2"),
    ("chemical weapons", "decision EC-94/DEC.2", "decision decision EC-94/DEC.2 = EC-94/DEC.2"),
    ("by the Assembly of its", "the adoption by the General Assembly of its resolution 70/1", "resolution 70/1 = A/RES/70/1"),
    ("by the Council of its, with commas", "the adoption, by the Human Rights Council, of its resolution 5/1", "resolution 5/1 = A/HRC/RES/5/1"),
    ("by another of its", "the adoption by the Governing Council of its decision 22/4", "decision 22/4 = ?"),
    ("for the Council of its", "the views for the Human Rights Council of its resolution 60/251", "resolution 60/251 = ?"),
    ("in the Council's own report", "Official Records of the General Assembly, Sixty-eighth Session, Supplement No. 53 (A/68/53), chap. IV, sect. A, resolution 22/6.", "document A/68/53 = A/68/53; resolution resolution 22/6 = A/HRC/RES/22/6"),
    ("in an addendum to it", "A/72/53/Add.1, chap. II, resolutions 36/18 and 36/19", "document A/72/53/Add.1 = A/72/53/Add.1; resolution 36/18 = A/HRC/RES/36/18; resolution 36/19 = A/HRC/RES/36/19"),
    ("in another report", "A/80/54, chap. IV, resolution 58/1", "document A/80/54 = A/80/54; resolution resolution 58/1 = ?"),
    ("in a report from before the Council", "A/45/53, chap. IV, resolution 12/1", "document A/45/53 = A/45/53; resolution resolution 12/1 = ?"),
    ("the next item of a list", "on the establishment, by resolution 72/55, of the Group of Governmental Experts", "resolution resolution 72/55 = A/RES/72/55"),
    ("the next item, a body of ours", "the outcome of resolution 60/251, of the Human Rights Council and its mechanisms", "resolution resolution 60/251 = A/RES/60/251"),
    ("including through its", "the guidance of the Human Rights Council, including through its resolution 60/16", "resolution 60/16 = A/HRC/RES/60/16"),
    ("including through the Commission's", "the Commission on Narcotic Drugs, including through its resolution 60/1", "resolution 60/1 = ?"),
    ("a commission's at its session", "the adoption, by the Economic and Social Commission for Africa at its fifty-fifth session, of resolution 55/7 of 9 May 2023", "resolution resolution 55/7 = ?"),
    ("by a commission in its", "the working group of the Economic and Social Commission for Africa, established by the Economic and Social Commission for Africa in its resolution 54/8 of 19 May 2022", "resolution 54/8 = ?"),
    ("in a commission's own report", "Official Records of the Economic and Social Council, 2023, Supplement No. 7 (E/2023/27), chap. I, sect. C, resolution 67/1, annex.", "document E/2023/27 = E/2023/27; resolution resolution 67/1 = ?"),
    ("Council, as well as its", "the Human Rights Council, established by its resolution 60/251", "resolution 60/251 = A/RES/60/251"),
    ("decisions in a chapter of the biodiversity meeting's report", "CBD/COP/15/17, chap. I, sect. A, decisions 15/4 and 15/5.", "document CBD/COP/15/17 = CBD/COP/15/17; decision 15/4 = 15/4; decision 15/5 = 15/5"),
]  # fmt: skip

DOCUMENTS = [
    ("report", "A/78/207", "document A/78/207 = A/78/207"),
    ("in brackets", "(A/62/439)", "document A/62/439 = A/62/439"),
    ("full stop behind", "See A/78/207.", "document A/78/207 = A/78/207"),
    ("addendum", "A/62/439/Add.2", "document A/62/439/Add.2 = A/62/439/Add.2"),
    ("revision", "A/59/19/Rev.1", "document A/59/19/Rev.1 = A/59/19/Rev.1"),
    ("part", "A/CONF.157/24 (Part I), chap. III", "document A/CONF.157/24 (Part I) = A/CONF.157/24(PartI)"),
    ("volume", "A/CONF.151/26/Rev.1 (Vol. I)", "document A/CONF.151/26/Rev.1 (Vol. I) = A/CONF.151/26/Rev.1(Vol.I)"),
    ("section", "A/76/6 (Sect. 24)", "document A/76/6 (Sect. 24) = A/76/6(Sect.24)"),
    ("corrigenda", "E/2005/23 and Corr.1 and 2", "document E/2005/23 = E/2005/23; document Corr.1 = E/2005/23/Corr.1; document 2 = E/2005/23/Corr.2"),
    ("corrigenda by range", "A/49/10 and Corr.1–3", "document A/49/10 = A/49/10; document Corr.1 = A/49/10/Corr.1; document  = A/49/10/Corr.2; document 3 = A/49/10/Corr.3"),
    ("addenda by comma", "A/49/10 and Add.1, 2 and 3.", "document A/49/10 = A/49/10; document Add.1 = A/49/10/Add.1; document 2 = A/49/10/Add.2; document 3 = A/49/10/Add.3"),
    ("addenda of one", "A/49/10/Add.1 and 2", "document A/49/10/Add.1 = A/49/10/Add.1; document 2 = A/49/10/Add.2"),
    ("an addendum and a corrigendum, no range", "A/49/10/Add.1–Corr.3", "document A/49/10/Add.1 = A/49/10/Add.1; document Corr.3 = A/49/10/Add.1/Corr.3"),
    ("amendments of one", "A/49/10/Amend.1 and Amend.2", "document A/49/10/Amend.1 = A/49/10/Amend.1; document Amend.2 = A/49/10/Amend.2"),
    ("corrigendum of an addendum", "A/71/53/Add.1 and Corr.1", "document A/71/53/Add.1 = A/71/53/Add.1; document Corr.1 = A/71/53/Add.1/Corr.1"),
    ("repeated in full", "A/71/53/Add.1 and A/71/53/Add.1/Corr.1", "document A/71/53/Add.1 = A/71/53/Add.1; document A/71/53/Add.1/Corr.1 = A/71/53/Add.1/Corr.1"),
    ("number that counts", "A/49/10 and Corr.1 and 2 annexes", "document A/49/10 = A/49/10; document Corr.1 = A/49/10/Corr.1"),
    ("joint", "A/48/486-S/26560", "document A/48/486-S/26560 = A/48/486"),
    ("joint, non-breaking", "A/48/486\u2011S/26560", "document A/48/486\u2011S/26560 = A/48/486"),
    ("joint subsidiary", "E/CN.4/2001/2-E/CN.4/Sub.2/2000/46", "document E/CN.4/2001/2-E/CN.4/Sub.2/2000/46 = E/CN.4/2001/2"),
    ("joint IAEA", "GOV/INF/2005/10-GC(49)/INF/6", "document GOV/INF/2005/10-GC(49)/INF/6 = GOV/INF/2005/10"),
    ("committee", "A/C.6/78/SR.36", "document A/C.6/78/SR.36 = A/C.6/78/SR.36"),
    ("draft", "A/80/L.12 and A/80/L.12/Add.1", "document A/80/L.12 = A/80/L.12; document A/80/L.12/Add.1 = A/80/L.12/Add.1"),
    ("emergency session", "A/ES-10/273", "document A/ES-10/273 = A/ES-10/273"),
    ("special session", "A/S-12/2", "document A/S-12/2 = A/S-12/2"),
    ("subcommittee", "A/AC.278/2016/2", "document A/AC.278/2016/2 = A/AC.278/2016/2"),
    ("Security Council", "S/2003/529, annex", "document S/2003/529 = S/2003/529"),
    ("presidential statement", "S/PRST/1996/17", "document S/PRST/1996/17 = S/PRST/1996/17"),
    ("conference room paper", "E/CN.16/2018/CRP.3", "document E/CN.16/2018/CRP.3 = E/CN.16/2018/CRP.3"),
    ("Secretariat", "ST/SGB/2018/3", "document ST/SGB/2018/3 = ST/SGB/2018/3"),
    ("treaty body", "CRC/C/GC/25", "document CRC/C/GC/25 = CRC/C/GC/25"),
    ("review conference", "NPT/CONF.2010/50 (Vol. I)", "document NPT/CONF.2010/50 (Vol. I) = NPT/CONF.2010/50(Vol.I)"),
    ("review conference, roman", "BWC/CONF.IX/9", "document BWC/CONF.IX/9 = BWC/CONF.IX/9"),
    ("ozone", "UNEP/OzL.Pro.28/12", "document UNEP/OzL.Pro.28/12 = UNEP/OzL.Pro.28/12"),
    ("climate", "FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex", "document FCCC/CP/2015/10/Add.1 = FCCC/CP/2015/10/Add.1; decision decision 1/CP.21 = 1/CP.21"),
    ("desertification", "ICCD/COP(15)/23/Add.1", "document ICCD/COP(15)/23/Add.1 = ICCD/COP(15)/23/Add.1"),
    ("trade", "WT/MIN(15)/48-WT/L/982", "document WT/MIN(15)/48-WT/L/982 = WT/MIN(15)/48"),
    ("health", "WHA58/2005/REC/1", "document WHA58/2005/REC/1 = WHA58/2005/REC/1"),
    ("criminal court", "ICC-ASP/22/20", "document ICC-ASP/22/20 = ICC-ASP/22/20"),
    ("series RES", "A/RES/61/168", "resolution A/RES/61/168 = A/RES/61/168"),
    ("series RES, roman", "A/RES/217 (III)", "resolution A/RES/217 (III) = A/RES/217(III)"),
    ("series RES, roman and letter", "A/RES/217(III)A", "resolution A/RES/217(III)A = A/RES/217(III) #A"),
    ("series RES, letter and roman", "see A/RES/217 A (III).", "resolution A/RES/217 A (III) = A/RES/217(III) #A"),
    ("series RES, letter at the number", "A/RES/217A(III)", "resolution A/RES/217A(III) = A/RES/217(III) #A"),
    ("series RES, roman and more words", "A/RES/217 (III), A Member", "resolution A/RES/217 (III) = A/RES/217(III)"),
    ("series RES, special", "A/RES/3201(S-VI)", "resolution A/RES/3201(S-VI) = A/RES/3201(S-VI)"),
    ("series RES, corrigendum", "A/RES/217(III)/Corr.1", "resolution A/RES/217(III)/Corr.1 = A/RES/217(III)/Corr.1"),
    ("series RES, Council", "S/RES/1325 (2000)", "resolution S/RES/1325 (2000) = S/RES/1325(2000)"),
    ("series RES, letter", "A/RES/51/45J", "resolution A/RES/51/45J = A/RES/51/45 #J"),
    ("series Res.", "UNEP/EA.5/Res.14", "resolution UNEP/EA.5/Res.14 = UNEP/EA.5/Res.14"),
    ("series Res. in a sentence", "see HSP/HA.2/Res.3.", "resolution HSP/HA.2/Res.3 = HSP/HA.2/Res.3"),
    ("many", "A/79/670, A/79/765 and A/79/765/Corr.1.", "document A/79/670 = A/79/670; document A/79/765 = A/79/765; document A/79/765/Corr.1 = A/79/765/Corr.1"),
    ("stray space", "A/ 62/439", "document A/ 62/439 = A/62/439"),
    ("stray space inside", "A/62/ 439/Add.2", "document A/62/ 439/Add.2 = A/62/439/Add.2"),
    ("line end", "A/62/\n439", "document A/62/\n439 = A/62/439"),
    ("non-breaking hyphen", "A/ES\u201110/273", "document A/ES\u201110/273 = A/ES-10/273"),
    ("corrigenda by hyphen", "A/49/10/Corr.1-3", "document A/49/10/Corr.1 = A/49/10/Corr.1; document  = A/49/10/Corr.2; document 3 = A/49/10/Corr.3"),
    ("dash before a remark", "A/78/207\u2014the report", "document A/78/207 = A/78/207"),
    ("numbered document of an item", "IOC/A-33/4.8.Doc(2).", "document IOC/A-33/4.8.Doc(2) = IOC/A-33/4.8.Doc(2)"),
    ("with a paragraph", "A/78/1, para. 5", "document A/78/1 = A/78/1 @5"),
    ("filed by committee", "International Maritime Organization, document MSC 84/24/Add.1, annex 3", "document MSC 84/24/Add.1 = MSC84/24/Add.1"),
    ("in an address", "https://undocs.org/A/78/207", ""),
    ("illness", "HIV/AIDS and malaria", ""),
    ("or", "and/or women/men", ""),
    ("protocol", "TCP/IP", ""),
    ("ratio", "A/B testing", ""),
    ("lower case", "a/62/439", ""),
    ("Sales number", "United Nations publication, Sales No. E.96.IV.13", ""),
    ("a range of meetings", "A/C.3/80/SR.3–5 and 7.", "document A/C.3/80/SR.3 = A/C.3/80/SR.3; document  = A/C.3/80/SR.4; document 5 = A/C.3/80/SR.5; document 7 = A/C.3/80/SR.7"),
    ("a range of meetings by a hyphen", "(A/C.5/80/SR.10-11)", "document A/C.5/80/SR.10 = A/C.5/80/SR.10; document 11 = A/C.5/80/SR.11"),
    ("a corrigendum to a range of meetings", "A/C.3/80/SR.41, A/C.3/80/SR.1–54/Corrigendum and A/C.3/80/SR.42", "document A/C.3/80/SR.41 = A/C.3/80/SR.41; document A/C.3/80/SR.1–54/Corrigendum = A/C.3/80/SR.1-54/Corrigendum; document A/C.3/80/SR.42 = A/C.3/80/SR.42"),
    ("an organ that numbers its sessions", "See IDB.48/16/Rev.1.", "document IDB.48/16/Rev.1 = IDB.48/16/Rev.1"),
    ("an organ's decision", "decision IDB.48/Dec.4", "decision IDB.48/Dec.4 = IDB.48/Dec.4"),
    ("an organ's session alone", "the Board at IDB.48", ""),
    ("a range of addenda", "A/62/9 and Add.1 to Add.3", "document A/62/9 = A/62/9; document Add.1 = A/62/9/Add.1; document  = A/62/9/Add.2; document Add.3 = A/62/9/Add.3"),
    ("foreword and introduction", "A/80/6 (Foreword and introduction)", "document A/80/6 (Foreword and introduction) = A/80/6(Introduction)"),
    ("in words behind a symbol", "A/80/6 (see also the foreword)", "document A/80/6 = A/80/6"),
    ("two volumes", "A/80/5 (Vol. I and Vol. II)", "document A/80/5 = A/80/5"),
]  # fmt: skip

TREATIES = [
    ("treaty", "United Nations, Treaty Series, vol. 2153, No. 37605.", "treaty United Nations, Treaty Series, vol. 2153, No. 37605 = UNTS/2153/37605"),
    ("series alone", "Treaty Series, vol. 993, No. 14531", "treaty Treaty Series, vol. 993, No. 14531 = UNTS/993/14531"),
    ("volumes", "United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574.", "treaty United Nations, Treaty Series, vols. 2225, 2237, 2241 and 2326, No. 39574 = UNTS/2225/39574"),
    ("numbers", "United Nations, Treaty Series, vol. 1125, Nos. 17512 and 17513.", "treaty United Nations, Treaty Series, vol. 1125, Nos. 17512 = UNTS/1125/17512; treaty 17513 = UNTS/1125/17513"),
    ("number range", "United Nations, Treaty Series, vol. 75, Nos. 970–972.", "treaty United Nations, Treaty Series, vol. 75, Nos. 970 = UNTS/75/970; treaty  = UNTS/75/971; treaty 972 = UNTS/75/972"),
    ("Ibid., volume", "Ibid., vol. 2178, No. 38349.", "treaty Ibid., vol. 2178, No. 38349 = UNTS/2178/38349"),
    ("League of Nations", "League of Nations, Treaty Series, vol. XCIV, No. 2138.", "treaty League of Nations, Treaty Series, vol. XCIV, No. 2138 = LNTS/XCIV/2138"),
    ("two in a note", "United Nations, Treaty Series, vol. 993, No. 14531, and ibid., vol. 999, No. 14668.", "treaty United Nations, Treaty Series, vol. 993, No. 14531 = UNTS/993/14531; treaty ibid., vol. 999, No. 14668 = UNTS/999/14668"),
    ("no volume", "published in the Treaty Series", ""),
    ("volume of a book", "in vol. 2, No. 3 of the journal", ""),
    ("a further volume", "United Nations, Treaty Series, vol. 2225, No. 39574, and vol. 2326, No. 39575.", "treaty United Nations, Treaty Series, vol. 2225, No. 39574 = UNTS/2225/39574; treaty vol. 2326, No. 39575 = UNTS/2326/39575"),
    ("further volumes behind a semicolon", "Treaty Series, vol. 75, Nos. 970 and 971; and vol. 1125, No. 17512; see also vol. 7, No. 8", "treaty Treaty Series, vol. 75, Nos. 970 = UNTS/75/970; treaty 971 = UNTS/75/971; treaty vol. 1125, No. 17512 = UNTS/1125/17512; treaty vol. 7, No. 8 = UNTS/7/8"),
    ("a further volume of something else", "Treaty Series, vol. 75, No. 970, and Journal of Law, vol. 9, No. 3.", "treaty Treaty Series, vol. 75, No. 970 = UNTS/75/970"),
]  # fmt: skip

CHARTER = [
    ("full", "the Charter of the United Nations", "charter Charter of the United Nations = CHARTER"),
    ("Article of a regulation", "Guided by the Charter of the United Nations, and recalling the Regulation, Article 24", "charter Charter of the United Nations = CHARTER"),
    ("Article late in a paragraph", f"{'lamps, ' * 90}by the Charter of the United Nations; and also, guided by lamps, Article 24", "charter Charter of the United Nations = CHARTER; charter Article 24 = CHARTER/24"),
    ("short", "the principles set out in the Charter", "charter Charter = CHARTER"),
    ("Article behind", "Charter of the United Nations, in particular Article 1, paragraph 3", "charter Charter of the United Nations, in particular Article 1, paragraph 3 = CHARTER/1/3"),
    ("Article", "Article 51 of the Charter of the United Nations", "charter Article 51 of the Charter of the United Nations = CHARTER/51"),
    ("Article and paragraph", "Article 17, paragraph 2, of the Charter", "charter Article 17, paragraph 2, of the Charter = CHARTER/17/2"),
    ("Article with bracket", "Article 2 (4) of the Charter", "charter Article 2 (4) of the Charter = CHARTER/2/4"),
    ("Article with letter", "Article 73 e of the Charter", "charter Article 73 e of the Charter = CHARTER/73/e"),
    ("Article with letter in brackets", "Article 73 (e) of the Charter", "charter Article 73 (e) of the Charter = CHARTER/73/e"),
    ("Articles, letter in brackets", "Articles 73 (e) and 74 of the Charter", "charter Articles 73 (e) = CHARTER/73/e; charter 74 of the Charter = CHARTER/74"),
    ("Article with a word in brackets", "Article 73 (extracts) of the Charter", "charter Charter = CHARTER"),
    ("Article with letter, of a statute", "Article 73 (e) of the Statute", ""),
    ("Articles", "Articles 55 and 56 of the Charter", "charter Articles 55 = CHARTER/55; charter 56 of the Charter = CHARTER/56"),
    ("three Articles", "Articles 100, 104 and 105 of the Charter", "charter Articles 100 = CHARTER/100; charter 104 = CHARTER/104; charter 105 of the Charter = CHARTER/105"),
    ("Article, two paragraphs", "Article 2, paragraphs 2 and 5, of the Charter", "charter Article 2, paragraphs 2 = CHARTER/2/2; charter 5, of the Charter = CHARTER/2/5"),
    ("chapter", "Chapter VIII of the Charter", "charter Chapter VIII of the Charter = CHARTER/VIII"),
    ("chapters", "Chapters VI and VII of the Charter", "charter Chapters VI = CHARTER/VI; charter VII of the Charter = CHARTER/VII"),
    ("chapter and Article", "Chapter VI of the Charter, in particular Article 33", "charter Chapter VI of the Charter = CHARTER/VI; charter Article 33 = CHARTER/33"),
    ("opening a sentence", "The Charter says so.", "charter Charter = CHARTER"),
    ("committee", "the Special Committee on the Charter of the United Nations and on the Strengthening of the Role of the Organization", ""),
    ("declaration", "in accordance with the Declaration on Principles of International Law concerning Friendly Relations and Cooperation among States in accordance with the Charter of the United Nations", ""),
    ("African Charter", "the African Charter on Human and Peoples’ Rights", ""),
    ("other Charter", "the Charter of the Organization of American States", ""),
    ("Olympic Charter", "the Olympic Charter", ""),
    ("Energy Charter", "the Energy Charter Treaty", ""),
    ("flight", "a charter flight", ""),
    ("article of a convention", "article 31 of the Convention", ""),
    ("Articles with paragraphs of their own", "Article 15, paragraph 1, and Article 24, paragraph 3, of the Charter", "charter Article 15, paragraph 1 = CHARTER/15/1; charter Article 24, paragraph 3, of the Charter = CHARTER/24/3"),
    ("three Articles", "Article 12, Article 24 and Articles 25 and 26 of the Charter", "charter Article 12 = CHARTER/12; charter Article 24 = CHARTER/24; charter Articles 25 = CHARTER/25; charter 26 of the Charter = CHARTER/26"),
    ("an Article of another text before", "Article 15 of the Convention and Article 24 of the Charter", "charter Article 24 of the Charter = CHARTER/24"),
    ("a letter of a paragraph", "Article 13, paragraph 1 (a), of the Charter", "charter Article 13, paragraph 1 (a), of the Charter = CHARTER/13/1(a)"),
    ("in particular of Chapter", "the Charter, in particular of Chapter VIII", "charter Charter, in particular of Chapter VIII = CHARTER/VIII"),
    ("particularly Chapters thereof", "the Charter of the United Nations, particularly Chapters VI and VII thereof", "charter Charter of the United Nations, particularly Chapters VI = CHARTER/VI; charter VII thereof = CHARTER/VII"),
    ("Chapter and Chapter", "Chapter VI and Chapter VII of the Charter", "charter Chapter VI = CHARTER/VI; charter Chapter VII of the Charter = CHARTER/VII"),
    ("an Article alone behind the Charter", "the Charter, and stressing Article 24 and the role of the Council", "charter Charter = CHARTER; charter Article 24 = CHARTER/24"),
    ("an Article alone in the next sentence", "the Charter. Recalling Article 24", "charter Charter = CHARTER"),
    ("an Article alone without the Charter", "recalling Article 24", ""),
    ("an Article alone behind another text", "the Charter and the Statute of the Court, and recalling Article 38", "charter Charter = CHARTER"),
    ("an Article of another text behind the Charter", "the Charter, and Article 5 of the Constitution", "charter Charter = CHARTER"),
    ("Articles of another text, one with a paragraph", "the Charter, and Articles 5 and 6, paragraph 2, of the Constitution", "charter Charter = CHARTER"),
    ("Article thereof", "in accordance with the Charter, including those contained in Article 33 thereof", "charter Charter = CHARTER; charter Article 33 thereof = CHARTER/33"),
    ("Article of another's Charter", "the Organization of Islamic Cooperation, recalling Article 1 of its Charter", ""),
    ("another's Charter", "Recalling that the League, in its Charter, asks for it", ""),
    ("Article of the United Nations' own", "the purposes of the United Nations set out in Article 1 of its Charter", "charter Article 1 of its Charter = CHARTER/1"),
    ("their Charter obligations", "the Powers concerned, in accordance with their Charter obligations", "charter Charter = CHARTER"),
]  # fmt: skip

INTERNAL = [
    ("above", "referred to in paragraph 3 above", "internal paragraph 3 above = #3 @3"),
    ("below", "in paragraph 20 below", "internal paragraph 20 below = #20 @20"),
    ("two", "paragraphs 14 and 16 above", "internal paragraphs 14 = #14 @14; internal 16 above = #16 @16"),
    ("three", "paragraphs 16, 25 and 26 below", "internal paragraphs 16 = #16 @16; internal 25 = #25 @25; internal 26 below = #26 @26"),
    ("range", "paragraphs 3 to 5 above", "internal paragraphs 3 = #3 @3; internal  = #4 @4; internal 5 above = #5 @5"),
    ("range of letters that are numerals too", "paragraph 3 (v) to (x) above", "internal paragraph 3 (v) = #3(v) @3 (v); internal  = #3(w) @3 (w); internal (x) above = #3(x) @3 (x)"),
    ("sub-paragraph", "paragraph 3 (a) above", "internal paragraph 3 (a) above = #3(a) @3 (a)"),
    ("sub-paragraphs", "paragraphs 3 (a) and (b) above", "internal paragraphs 3 (a) = #3(a) @3 (a); internal (b) above = #3(b) @3 (b)"),
    ("sub-sub-paragraphs", "paragraphs 3 (a) (ii) and (iv) and (b) above", "internal paragraphs 3 (a) (ii) = #3(a)(ii) @3 (a) (ii); internal (iv) = #3(a)(iv) @3 (a) (iv); internal (b) above = #3(b) @3 (b)"),
    ("present resolution", "paragraph 8 of the present resolution", "internal paragraph 8 of the present resolution = #8 @8"),
    ("section", "section II of the present resolution", "internal section II of the present resolution = #II @II"),
    ("section above", "section II above", "internal section II above = #II @II"),
    ("section before a paragraph", "section II, paragraph 2, of the present resolution", "internal section II, paragraph 2, of the present resolution = #II/2 @II/2"),
    ("section before paragraphs", "section II, paragraphs 2 and 4, above", "internal section II, paragraphs 2 = #II/2 @II/2; internal 4, above = #II/4 @II/4"),
    ("section behind a paragraph", "paragraph 2 of section II of the present resolution", "internal paragraph 2 of section II of the present resolution = #II/2 @II/2"),
    ("section behind, above", "paragraph 2 of section II above", "internal paragraph 2 of section II above = #II/2 @II/2"),
    ("section behind, with commas", "paragraph 2, section II, above", "internal paragraph 2, section II, above = #II/2 @II/2"),
    ("section and paragraph of another, behind", "resolution 62/160, sect. II, para. 4", "resolution resolution 62/160 = A/RES/62/160 @II/4"),
    ("section and paragraph of another, in words", "See resolution 62/160, section II, paragraph 4.", "resolution resolution 62/160 = A/RES/62/160 @II/4"),
    ("section and paragraph of another with a date", "its resolution 62/160 of 18 December 2007, section II, paragraph 4", "resolution 62/160 = A/RES/62/160 @II/4"),
    ("section and paragraph of a part", "Resolution 57/283 B, sect. III, para. 2.", "resolution Resolution 57/283 B = A/RES/57/283 #B @III/2"),
    ("section and paragraph of another, before", "section XII, paragraph 9, of its resolution 78/253 of 22 December 2023", "resolution 78/253 = A/RES/78/253 @XII/9"),
    ("section and paragraph of another, of of", "paragraph 4 of section II of resolution 61/168", "resolution resolution 61/168 = A/RES/61/168 @II/4"),
    ("several paragraphs of another", "paragraphs 3 and 4 of resolution 61/168", "resolution resolution 61/168 = A/RES/61/168 @3, 4"),
    ("section of a report", "section II, paragraph 2, of the report", ""),
    ("annex", "contained in the annex to the present resolution", "internal annex to the present resolution = #annex @annex"),
    ("numbered annex", "annex II to the present resolution", "internal annex II to the present resolution = #annex2 @annex2"),
    ("of a report", "paragraph 8 of the report", ""),
    ("of another resolution", "paragraph 143 of resolution 68/70", "resolution resolution 68/70 = A/RES/68/70 @143"),
    ("of another body's", "paragraphs 5 and 6 of Security Council resolution 1701 (2006)", "resolution resolution 1701 (2006) = S/RES/1701(2006) @5, 6"),
    ("of its resolution", "in paragraph 7 (a) of its resolution 60/1", "resolution 60/1 = A/RES/60/1 @7 (a)"),
    ("behind", "Resolution 70/1, para. 51.", "resolution Resolution 70/1 = A/RES/70/1 @51"),
    ("of an annex", "paragraph 10 of the annex to resolution 60/3", "resolution resolution 60/3 = A/RES/60/3 @annex/10"),
    ("annex of another", "the annex to resolution 60/3", "resolution resolution 60/3 = A/RES/60/3"),
    ("of an annex named first", "annex, paragraph 10, of resolution 60/3", "resolution resolution 60/3 = A/RES/60/3 @annex/10"),
    ("of a section of a numbered annex", "annex II, section I, paragraph 3 of resolution 60/3", "resolution resolution 60/3 = A/RES/60/3 @annex2/I/3"),
    ("an annex that ended before", "in the annex. Paragraph 10 of resolution 60/3", "resolution resolution 60/3 = A/RES/60/3 @10"),
    ("annexed", "the rules annexed to the present resolution", "internal annexed to the present resolution = #annex @annex"),
    ("section of another", "section II of its resolution 60/3", "resolution 60/3 = A/RES/60/3"),
    ("above without number", "as mentioned above in the paragraph", ""),
    ("a range of letters", "paragraphs 3 (a) to (c) above", "internal paragraphs 3 (a) = #3(a) @3 (a); internal  = #3(b) @3 (b); internal (c) above = #3(c) @3 (c)"),
    ("a range of letters of another", "paragraphs 3 (a) to (d) of General Assembly resolution 51/210", "resolution resolution 51/210 = A/RES/51/210 @3 (a), 3 (b), 3 (c), 3 (d)"),
    ("a range of roman numerals of another", "paragraph 3 (b) (i)–(iv) of resolution 51/210", "resolution resolution 51/210 = A/RES/51/210 @3 (b) (i), 3 (b) (ii), 3 (b) (iii), 3 (b) (iv)"),
    ("a range of letters from i", "paragraphs 3 (h) to (j) of resolution 51/210", "resolution resolution 51/210 = A/RES/51/210 @3 (h), 3 (i), 3 (j)"),
    ("mixed paragraphs of another", "paragraphs 1, 2 (a) and 4 to 6 of its resolution 62/5", "resolution 62/5 = A/RES/62/5 @1, 2 (a), 4, 5, 6"),
    ("several paragraphs behind", "resolution 62/5, annex, paras. 3 and 4", "resolution resolution 62/5 = A/RES/62/5 @annex/3, annex/4"),
]  # fmt: skip

TABLES = {"numbers": NUMBERS, "whose": WHOSE, "documents": DOCUMENTS, "treaties": TREATIES, "charter": CHARTER, "internal": INTERNAL}  # fmt: skip
ROWS = [(f"{table}: {name}", text, found) for table, rows in TABLES.items() for name, text, found in rows]


def show(reference: Reference) -> str:
    """A reference as the tables write it."""
    part = f" #{reference.part}" if reference.part else ""
    paragraphs = f" @{', '.join(reference.paragraphs)}" if reference.paragraphs else ""
    return f"{reference.type} {reference.text} = {reference.symbol or '?'}{part}{paragraphs}"


def listed(findings: Findings) -> str:
    return "; ".join(show(r) for r in findings.references if r.type is not Type.INSTRUMENT)


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_table(text: str, found: str) -> None:
    assert listed(find_in_text(text)) == found


# Text around a reference must not change it: each row again, in the middle of a longer paragraph.
@pytest.mark.parametrize(("text", "found"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_table_among_other_paragraphs(text: str, found: str) -> None:
    around = f"The weather was fine in the morning.\n\n{text}\n\nThe members then went home at 6 p.m."
    assert listed(find_in_text(around)) == found


NOTES = [
    # name, notes in order, what the last one gives
    ("repeats", ["A/79/318.", "Ibid., annex II."], "document Ibid. = A/79/318"),
    ("repeats the repeated", ["A/79/318.", "Ibid.", "Ibid., sect. C."], "document Ibid. = A/79/318"),
    ("repeats a resolution", ["Resolution 70/1.", "Ibid."], "resolution Ibid. = A/RES/70/1"),
    ("repeats a treaty", ["United Nations, Treaty Series, vol. 999, No. 14668.", "Ibid."], "treaty Ibid. = UNTS/999/14668"),
    ("treaty of the same series", ["United Nations, Treaty Series, vol. 999, No. 14668.", "Ibid., vol. 993, No. 14531."], "treaty Ibid., vol. 993, No. 14531 = UNTS/993/14531"),
    ("treaty of the same volume", ["United Nations, Treaty Series, vol. 75, Nos. 970–973.", "Ibid., No. 972."], "treaty Ibid., No. 972 = UNTS/75/972"),
    ("document of the same series", ["Official Records of the General Assembly, Sixtieth Session, Supplement No. 53 (A/60/53).", "Ibid., Sixty-first Session, Supplement No. 53 (A/61/53), chap. I."], "document A/61/53 = A/61/53"),
    ("supplement of another year", ["Official Records of the Economic and Social Council, 2005, Supplement No. 7 (E/2005/27).", "Ibid., 2012, Supplement No. 7 (E/2012/27)."], "document E/2012/27 = E/2012/27"),
    ("not the corrigendum", ["E/2005/23 and Corr.1.", "Ibid., chap. II."], "document Ibid. = E/2005/23"),
    ("within a note", ["A/1/1.", "A/79/318, annex I; and ibid., annex II."], "document A/79/318 = A/79/318; document ibid. = A/79/318"),
    ("a book between", ["A/79/318.", "A Book (New York, 2001).", "Ibid., p. 4."], ""),
    ("a book at the end of the note before", ["A/79/318; see also A Book (New York, 2001).", "Ibid., p. 4."], ""),
    ("a sale at the end of the note before", ["A/79/318; see also A Book, Sales No. E.20.I.1.", "Ibid., p. 4."], ""),
    ("a book before in the note", ["A/79/318.", "A Book (Geneva, 1999), p. 3; and ibid., p. 4."], ""),
    ("a book behind a document in the note", ["A/80/1.", "See A/79/318; A Book (Geneva, 1999), p. 3; and ibid., p. 4."], "document A/79/318 = A/79/318"),
    ("a date is no book", ["A/79/318 (Geneva, 4 June 1999).", "Ibid., p. 4."], "document Ibid. = A/79/318"),
    ("without a comma", ["United Nations, Treaty Series, vol. 999, No. 14668.", "Ibid. vol. 993, No. 14531."], "treaty Ibid. vol. 993, No. 14531 = UNTS/993/14531"),
    ("a full stop before the number", ["United Nations, Treaty Series, vol. 999, No. 14668.", "Ibid., vol. 993. No. 14531."], "treaty Ibid., vol. 993. No. 14531 = UNTS/993/14531"),
    ("an issue of a journal", ["A/79/318.", "Ibid., vol. 7, issue No. 3."], ""),
    ("nothing before", ["Ibid., annex."], ""),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "found"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES])
def test_ibid(notes: list[str], found: str) -> None:
    findings = find_in_passages(Passage(f"fn{number}", note) for number, note in enumerate(notes, start=1))
    last = [r for r in findings.references if r.place == f"fn{len(notes)}"]
    assert listed(Findings(tuple(last), ())) == found


LABELS = {"1", "2", "I/1", "II/1", "II/2", "annex/1", "annex/5", "3 (a)", "3 (c)"}


@pytest.mark.parametrize(
    ("place", "text", "symbol"),
    [
        ("2", "paragraph 1 above", "#1"),
        ("II/2", "paragraph 1 above", "#II/1"),
        ("II/2", "paragraph 9 above", "#9"),
        ("annex/5", "paragraph 1 above", "#annex/1"),
        ("annex/5", "paragraph 1 of the present resolution", "#1"),
        ("3 (c)", "subparagraph (a) above", "#3(a)"),
        ("I/1", "section II, paragraph 2, of the present resolution", "#II/2"),
        ("I/1", "section III, paragraph 2, of the present resolution", "#2"),
        ("I/1", "section II, paragraph 3 (a), of the present resolution", "#II/3(a)"),
        ("I/1", "section III, paragraph 7, of the present resolution", "#III/7"),
    ],
)
def test_own_paragraphs_are_those_of_the_part_that_speaks(place: str, text: str, symbol: str) -> None:
    [reference] = find_in_passages([Passage(place, text)], LABELS).references
    assert reference.symbol == symbol


def test_tables_are_read_cell_by_cell() -> None:
    cell, empty = Text("See resolution 55/235"), Text("")
    table = Table("table1", "table1", "operative", 1, ((empty, empty), (empty, cell)), 1)
    assert list(table.cells)[-1] == ("table1:2:2", cell)


DOUBTS = [
    ("Council of low session, none named", "Taking note of resolution 5/1 of 18 June 2007", "resolution 5/1"),
    ("date of another session", "The Human Rights Council and others met. Taking note of resolution 32/1 of 27 May 2023", "resolution 32/1"),
    ("date two months after the session, another body named", "The Security Council met. Recalling resolution 61/168 of 5 November 2007", "resolution 61/168"),
    ("date more than a year after the session", "Recalling resolution 61/168 of 5 November 2008", "resolution 61/168"),
    ("yearly, could be the Commission's", "Recalling resolution 2000/22 of 18 August 2000", "resolution 2000/22"),
    ("yearly, last year of the Commission", "Recalling resolution 2006/1", "resolution 2006/1"),
    ("yearly, two bodies named", "The Economic and Social Council and the Commission on Human Rights met. Recalling resolution 2000/22", "resolution 2000/22"),
    ("yearly, its, not the Assembly's", "Recalling its resolution 2017/18", "2017/18"),
    ("yearly, its, the Assembly named", "The General Assembly, Recalling its resolution 2017/18", "2017/18"),
    ("yearly decision", "Recalling decision 2005/101", "decision 2005/101"),
    ("yearly decision after the Commission's end", "Recalling decision 2017/18", "decision 2017/18"),
    ("broken symbol", "See A/..62/439.", "A/..62/439."),
    ("hyphen for a slash", "See A/62\u2011439.", "A/62\u2011439."),
    ("plain hyphen for a slash", "See A/62-439.", "A/62-439."),
    ("hyphen for a slash in a part", "A/CONF.157\u201124 (Part I)", "A/CONF.157\u201124"),
    ("hyphen for a slash in a joint symbol", "A/70/95-446/Add.1 of", "A/70/95-446/Add.1"),
    ("lower case in a symbol", "A/62/xyz/439", "A/62/xyz/439"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [row[1:] for row in DOUBTS], ids=[row[0] for row in DOUBTS])
def test_what_the_words_do_not_decide_is_a_doubt_and_no_link(text: str, words: str) -> None:
    findings = find_in_text(text)
    assert [doubt.text for doubt in findings.doubts] == [words]
    assert all(reference.symbol is None for reference in findings.references)


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "First paragraph.\n\nSee resolution 55/2.\n\n\nSee A/62/439."
    for reference in find_in_text(text).references:
        assert text[reference.start : reference.end] == reference.text
