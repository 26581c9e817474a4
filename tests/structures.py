"""Every structure of a resolution as a row: a body, and what the parser has to see in it.

Each paragraph and heading stands there as ``outline`` writes it: its label, its page and anchor, what it is (a kind and
its depth, or the level of a heading), and its number and first words, the lead between stars.
"""

from unres.model import Heading, Paragraph, Resolution

Line = tuple[str, str, str, str]

STRUCTURES: dict[str, tuple[str, list[Line]]] = {
    "preamble and operative part": (
        "*Recalling* the dark,\n\n*Noting* the sea,\n\n1. *Decides* to light;\n\n2. *Requests* oil.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Recalling* the"),
            ("pp2", "preamble#pp2", "preambular 0", "*Noting* the"),
            ("1", "operative#op1", "operative 0", "1. *Decides* to"),
            ("2", "operative#op2", "operative 0", "2. *Requests* oil."),
        ],
    ),
    "no preamble": ("1. *Decides* to light.", [("1", "operative#op1", "operative 0", "1. *Decides* to")]),
    "a sole paragraph is not numbered": (
        "*Recalling* the dark,\n\n*Decides* to light.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Recalling* the"),
            ("op", "operative#op", "operative 0", "*Decides* to"),
        ],
    ),
    "a sole paragraph opened by an adverb": (
        "*Deeply alarmed* by the dark,\n\n*Strongly condemns* the dark.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Deeply alarmed* by"),
            ("op", "operative#op", "operative 0", "*Strongly condemns* the"),
        ],
    ),
    "four degrees": (
        "1. *Decides*:\n\n- (a) One:\n  - (i) Two:\n    - a. Three:\n      - i. Four;\n      - ii. Five;\n- (b) Six.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (a)", "operative#op1-a", "operative 1", "(a) One:"),
            ("1 (a) (i)", "operative#op1-a-i", "operative 2", "(i) Two:"),
            ("1 (a) (i) (a)", "operative#op1-a-i-a", "operative 3", "a. Three:"),
            ("1 (a) (i) (a) (i)", "operative#op1-a-i-a-i", "operative 4", "i. Four;"),
            ("1 (a) (i) (a) (ii)", "operative#op1-a-i-a-ii", "operative 4", "ii. Five;"),
            ("1 (b)", "operative#op1-b", "operative 1", "(b) Six."),
        ],
    ),
    "degrees told by their numbers alone": (
        "1. *Decides*:\n\n(a) One:\n\n(i) Two;\n\n(ii) Three;\n\n(b) Four.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (a)", "operative#op1-a", "operative 1", "(a) One:"),
            ("1 (a) (i)", "operative#op1-a-i", "operative 2", "(i) Two;"),
            ("1 (a) (ii)", "operative#op1-a-ii", "operative 2", "(ii) Three;"),
            ("1 (b)", "operative#op1-b", "operative 1", "(b) Four."),
        ],
    ),
    "the letter i after h": (
        "1. *Decides*:\n\n" + "\n\n".join(f"({c}) {c.upper()}x;" for c in "abcdefghij"),
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            *[(f"1 ({c})", f"operative#op1-{c}", "operative 1", f"({c}) {c.upper()}x;") for c in "abcdefghij"],
        ],
    ),
    "doubled letters after z": (
        "1. *Decides*:\n\n" + "\n\n".join(f"- ({c}) {c}x;" for c in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]),
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            *[
                (f"1 ({c})", f"operative#op1-{c}", "operative 1", f"({c}) {c}x;")
                for c in [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
            ],
        ],
    ),
    "items without a number are counted": (
        "1. *Decides*:\n\n- • One;\n- • Two.\n\n2. *Ends*.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (1)", "operative#op1-1", "operative 1", "• One;"),
            ("1 (2)", "operative#op1-2", "operative 1", "• Two."),
            ("2", "operative#op2", "operative 0", "2. *Ends*."),
        ],
    ),
    "a word with a full stop is no number": (
        "1. *Decides*:\n\n- St. Elmo shines;\n- Oil burns.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (1)", "operative#op1-1", "operative 1", "St. Elmo"),
            ("1 (2)", "operative#op1-2", "operative 1", "Oil burns."),
        ],
    ),
    "preambular text that stands in goes on": (
        "*Recalling* the dark,\n\n  that it is long,\n\n*Noting* fog,\n\n1. *Decides* so.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Recalling* the"),
            ("pp1 (cont)", "preamble#pp1-cont", "preambular 0", "that it"),
            ("pp2", "preamble#pp2", "preambular 0", "*Noting* fog,"),
            ("1", "operative#op1", "operative 0", "1. *Decides* so."),
        ],
    ),
    "a number without its full stop opens nothing where none is numbered": (
        "1. *Asks*.\n\n### Annex\n\n4 *Lamps* shine.",
        [
            ("1", "operative#op1", "operative 0", "1. *Asks*."),
            ("h1", "annex#annex", "heading 1", "Annex"),
            ("annex/p1", "annex#u1", "annex 0", "4 Lamps"),
        ],
    ),
    "paragraphs of an annex that print no number": (
        "1. *Asks*.\n\n### Annex\n\nOne shines.\n\nTwo burn.\n\nso that all see.",
        [
            ("1", "operative#op1", "operative 0", "1. *Asks*."),
            ("h1", "annex#annex", "heading 1", "Annex"),
            ("annex/p1", "annex#u1", "annex 0", "One shines."),
            ("annex/p2", "annex#u2", "annex 0", "Two burn."),
            ("annex/p3", "annex#u3", "annex 0", "so that"),
        ],
    ),
    "words on meetings that are no closing line": (
        "1. *Asks*:\n\nafter a meeting  \nof the lamp team\n\nafter the premeeting  \nof 5 April 2044",
        [
            ("1", "operative#op1", "operative 0", "1. *Asks*:"),
            ("1 (cont)", "operative#op1-cont", "operative 0", "after a"),
            ("1 (cont 2)", "operative#op1-cont-2", "operative 0", "after the"),
        ],
    ),
    "a heading that ends like an anchor": (
        "1. *Asks*:\n\n##### *Lamp op3*\n\n2. *Ends*.",
        [
            ("1", "operative#op1", "operative 0", "1. *Asks*:"),
            ("h1", "operative#lamp-op3-section", "heading 3", "Lamp op3"),
            ("2", "operative#op2", "operative 0", "2. *Ends*."),
        ],
    ),
    "items without a number below one that has a letter": (
        "1. *Decides*:\n\n- (a) One:\n  - • Two;\n  - • Three;\n- (b) Four:\n  - • Five.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (a)", "operative#op1-a", "operative 1", "(a) One:"),
            ("1 (a) (1)", "operative#op1-a-1", "operative 2", "• Two;"),
            ("1 (a) (2)", "operative#op1-a-2", "operative 2", "• Three;"),
            ("1 (b)", "operative#op1-b", "operative 1", "(b) Four:"),
            ("1 (b) (1)", "operative#op1-b-1", "operative 2", "• Five."),
        ],
    ),
    "text after sub-paragraphs": (
        "1. *Decides*:\n\n- (a) One;\n- (b) Two;\n\nas may be fit;\n\n2. *Requests* oil.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (a)", "operative#op1-a", "operative 1", "(a) One;"),
            ("1 (b)", "operative#op1-b", "operative 1", "(b) Two;"),
            ("1 (cont)", "operative#op1-cont", "operative 0", "as may"),
            ("2", "operative#op2", "operative 0", "2. *Requests* oil."),
        ],
    ),
    "preambular sub-paragraphs": (
        "*Recalling*:\n\n- (a) The dark;\n- (b) The sea,\n\n*Noting* fog,\n\n1. *Decides* so.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Recalling*:"),
            ("pp1 (a)", "preamble#pp1-a", "preambular 1", "(a) The dark;"),
            ("pp1 (b)", "preamble#pp1-b", "preambular 1", "(b) The sea,"),
            ("pp2", "preamble#pp2", "preambular 0", "*Noting* fog,"),
            ("1", "operative#op1", "operative 0", "1. *Decides* so."),
        ],
    ),
    "sections in which numbers run on": (
        "*Recalling* fog,\n\n#### I\n\n#### Oil\n\n1. *Decides* so;\n\n#### II\n\n#### Wicks\n\n2. *Requests* wicks.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Recalling* fog,"),
            ("h1", "operative#i", "heading 2", "I"),
            ("h2", "operative#oil", "heading 2", "Oil"),
            ("1", "operative#op1", "operative 0", "1. *Decides* so;"),
            ("h3", "operative#ii", "heading 2", "II"),
            ("h4", "operative#wicks", "heading 2", "Wicks"),
            ("2", "operative#op2", "operative 0", "2. *Requests* wicks."),
        ],
    ),
    "sections in which numbers begin anew, with a preamble of their own": (
        "*Recalling* fog,\n\n#### I\n\n1. *Decides* so;\n\n#### II\n\n*Noting* rain,\n\n1. *Decides* more.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Recalling* fog,"),
            ("h1", "operative#i", "heading 2", "I"),
            ("I/1", "operative#I-op1", "operative 0", "1. *Decides* so;"),
            ("h2", "operative#ii", "heading 2", "II"),
            ("II/pp1", "operative#II-pp1", "preambular 0", "*Noting* rain,"),
            ("II/1", "operative#II-op1", "operative 0", "1. *Decides* more."),
        ],
    ),
    "a sole paragraph in each section after numbered ones": (
        "#### I\n\n1. *Decides* so;\n\n#### II\n\n*Approves* oil;\n\n#### III\n\n*Approves* wicks.",
        [
            ("h1", "operative#i", "heading 2", "I"),
            ("1", "operative#op1", "operative 0", "1. *Decides* so;"),
            ("h2", "operative#ii", "heading 2", "II"),
            ("II/op", "operative#II-op", "operative 0", "*Approves* oil;"),
            ("h3", "operative#iii", "heading 2", "III"),
            ("III/op", "operative#III-op", "operative 0", "*Approves* wicks."),
        ],
    ),
    "articles in which numbers begin anew": (
        "*Adopts* this:\n\n### Rules\n\n##### *Article 1*\n\n1. Light.\n\n##### *Article 2*\n\n1. Watch.\n\n2. Sleep.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* this:"),
            ("h1", "annex#rules", "heading 1", "Rules"),
            ("h2", "annex#article-1", "heading 3", "Article 1"),
            ("annex/article 1/1", "annex#article-1-p1", "annex 0", "1. Light."),
            ("h3", "annex#article-2", "heading 3", "Article 2"),
            ("annex/article 2/1", "annex#article-2-p1", "annex 0", "1. Watch."),
            ("annex/article 2/2", "annex#article-2-p2", "annex 0", "2. Sleep."),
        ],
    ),
    "numbers that begin anew below headings without a numeral": (
        "*Adopts* this:\n\n### Rules\n\n#### Oil\n\n1. Buy.\n\n#### Wicks\n\n1. Trim.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* this:"),
            ("h1", "annex#rules", "heading 1", "Rules"),
            ("h2", "annex#oil", "heading 2", "Oil"),
            ("annex/s1/1", "annex#s1-p1", "annex 0", "1. Buy."),
            ("h3", "annex#wicks", "heading 2", "Wicks"),
            ("annex/s2/1", "annex#s2-p1", "annex 0", "1. Trim."),
        ],
    ),
    "a preambular paragraph between operative ones": (
        "1. *Decides* so;\n\n*Noting* rain,\n\n2. *Decides* more.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides* so;"),
            ("pp1", "operative#pp1", "preambular 0", "*Noting* rain,"),
            ("2", "operative#op2", "operative 0", "2. *Decides* more."),
        ],
    ),
    "a composite resolution": (
        "### A\n\n### Oil\n\n*The General Assembly,*\n\n*Recalling* fog,\n\n1. *Decides* so.\n\n"
        "### B\n\n### Wicks\n\n*The General Assembly,*\n\n1. *Decides* more.",
        [
            ("h1", "operative#a", "heading 1", "A"),
            ("h2", "operative#oil", "heading 1", "Oil"),
            ("A/enacting", "operative#A-enacting", "enacting 0", "The General"),
            ("A/pp1", "operative#A-pp1", "preambular 0", "*Recalling* fog,"),
            ("A/1", "operative#A-op1", "operative 0", "1. *Decides* so."),
            ("h3", "operative#b", "heading 1", "B"),
            ("h4", "operative#wicks", "heading 1", "Wicks"),
            ("B/enacting", "operative#B-enacting", "enacting 0", "The General"),
            ("B/1", "operative#B-op1", "operative 0", "1. *Decides* more."),
        ],
    ),
    "a composite resolution with a closing line in each part": (
        "### A\n\n*The General Assembly,*\n\n1. *Decides* so.\n\n*40th plenary meeting  \n1 April 2044*\n\n"
        "### B\n\n*The General Assembly,*\n\n*Recalling* fog,\n\n1. *Decides* more.",
        [
            ("h1", "operative#a", "heading 1", "A"),
            ("A/enacting", "operative#A-enacting", "enacting 0", "The General"),
            ("A/1", "operative#A-op1", "operative 0", "1. *Decides* so."),
            ("h2", "operative#b", "heading 1", "B"),
            ("B/enacting", "operative#B-enacting", "enacting 0", "The General"),
            ("B/pp1", "operative#B-pp1", "preambular 0", "*Recalling* fog,"),
            ("B/1", "operative#B-op1", "operative 0", "1. *Decides* more."),
        ],
    ),
    "text after sub-paragraphs, twice": (
        "1. *Decides*:\n\n- • One;\n- • Two;\n\nas may be fit;\n\n- • Three;\n\nand so on.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (1)", "operative#op1-1", "operative 1", "• One;"),
            ("1 (2)", "operative#op1-2", "operative 1", "• Two;"),
            ("1 (cont)", "operative#op1-cont", "operative 0", "as may"),
            ("1 (3)", "operative#op1-3", "operative 1", "• Three;"),
            ("1 (cont 2)", "operative#op1-cont-2", "operative 0", "and so"),
        ],
    ),
    "text that goes on is no sub-paragraph": (
        "1. *Decides*:\n\nas may be fit;\n\n- (1) One;\n- (2) Two.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides*:"),
            ("1 (cont)", "operative#op1-cont", "operative 0", "as may"),
            ("1 (1)", "operative#op1-1", "operative 1", "(1) One;"),
            ("1 (2)", "operative#op1-2", "operative 1", "(2) Two."),
        ],
    ),
    "numbers that begin anew within one of several sections": (
        "#### I\n\n1. *Decides* so;\n\n#### II\n\n1. *Asks*;\n\n##### *Oil*\n\n1. *Burns* it;\n\n"
        "##### *Wicks*\n\n2. *Trims* it;\n\n#### III\n\n1. *Ends*.",
        [
            ("h1", "operative#i", "heading 2", "I"),
            ("I/1", "operative#I-op1", "operative 0", "1. *Decides* so;"),
            ("h2", "operative#ii", "heading 2", "II"),
            ("II/1", "operative#II-op1", "operative 0", "1. *Asks*;"),
            ("h3", "operative#oil", "heading 3", "Oil"),
            ("II/s2/1", "operative#II-s2-op1", "operative 0", "1. *Burns* it;"),
            ("h4", "operative#wicks", "heading 3", "Wicks"),
            ("II/s2/2", "operative#II-s2-op2", "operative 0", "2. *Trims* it;"),
            ("h5", "operative#iii", "heading 2", "III"),
            ("III/1", "operative#III-op1", "operative 0", "1. *Ends*."),
        ],
    ),
    "enacting words again in a later section": (
        "*Noting* fog,\n\n#### I\n\n1. *Decides* so;\n\n#### II\n\n*The General Assembly,*\n\n"
        "*Noting* rain,\n\n1. *Decides* more.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Noting* fog,"),
            ("h1", "operative#i", "heading 2", "I"),
            ("I/1", "operative#I-op1", "operative 0", "1. *Decides* so;"),
            ("h2", "operative#ii", "heading 2", "II"),
            ("II/enacting", "operative#II-enacting", "enacting 0", "The General"),
            ("II/pp1", "operative#II-pp1", "preambular 0", "*Noting* rain,"),
            ("II/1", "operative#II-op1", "operative 0", "1. *Decides* more."),
        ],
    ),
    "a heading and a table in the preamble": (
        "*Noting* fog,\n\n##### *Rain*\n\n*Noting* rain:\n\n| mm |\n|---|\n| 5 |\n\n*Noting* snow,\n\n"
        "##### *Oil*\n\n1. *Ends*.",
        [
            ("pp1", "preamble#pp1", "preambular 0", "*Noting* fog,"),
            ("h1", "preamble#rain", "heading 3", "Rain"),
            ("pp2", "preamble#pp2", "preambular 0", "*Noting* rain:"),
            ("pp3", "preamble#pp3", "preambular 0", "*Noting* snow,"),
            ("h2", "operative#oil", "heading 3", "Oil"),
            ("1", "operative#op1", "operative 0", "1. *Ends*."),
        ],
    ),
    "headings worded like anchors": (
        "1. *Asks*:\n\n##### *Table1*\n\n##### *Title*\n\n##### *Enacting*\n\n##### *Op2*\n\n"
        "##### *Fnref*\n\n##### *Table 2*\n\n| a |\n|---|\n| 5 |\n\n2. *Ends*.",
        [
            ("1", "operative#op1", "operative 0", "1. *Asks*:"),
            ("h1", "operative#table1-section", "heading 3", "Table1"),
            ("h2", "operative#title-section", "heading 3", "Title"),
            ("h3", "operative#enacting-section", "heading 3", "Enacting"),
            ("h4", "operative#op2-section", "heading 3", "Op2"),
            ("h5", "operative#fnref-section", "heading 3", "Fnref"),
            ("h6", "operative#table-2", "heading 3", "Table 2"),
            ("2", "operative#op2", "operative 0", "2. *Ends*."),
        ],
    ),
    "headings that only begin like anchors": (
        "1. *Asks*:\n\n##### *Table*\n\n##### *Opening*\n\n##### *Footing 3*\n\n2. *Ends*.",
        [
            ("1", "operative#op1", "operative 0", "1. *Asks*:"),
            ("h1", "operative#table", "heading 3", "Table"),
            ("h2", "operative#opening", "heading 3", "Opening"),
            ("h3", "operative#footing-3", "heading 3", "Footing 3"),
            ("2", "operative#op2", "operative 0", "2. *Ends*."),
        ],
    ),
    "an appendix belongs to its annex": (
        "*Adopts* this:\n\n### Rules\n\n1. Light.\n\n2. Watch.\n\n### Appendix\n\n### Forms\n\n1. Paper.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* this:"),
            ("h1", "annex#rules", "heading 1", "Rules"),
            ("annex/1", "annex#p1", "annex 0", "1. Light."),
            ("annex/2", "annex#p2", "annex 0", "2. Watch."),
            ("h2", "annex#appendix", "heading 1", "Appendix"),
            ("h3", "annex#forms", "heading 1", "Forms"),
            ("annex/appendix/1", "annex#appendix-p1", "annex 0", "1. Paper."),
        ],
    ),
    "sections that go on with the numbers of an annex, before an appendix that begins anew": (
        "*Adopts* this:\n\n### Rules\n\n#### I\n\n1. Light.\n\n2. Watch.\n\n#### II\n\n3. Sleep.\n\n### Appendix\n\n1. Paper.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* this:"),
            ("h1", "annex#rules", "heading 1", "Rules"),
            ("h2", "annex#i", "heading 2", "I"),
            ("annex/I/1", "annex#I-p1", "annex 0", "1. Light."),
            ("annex/I/2", "annex#I-p2", "annex 0", "2. Watch."),
            ("h3", "annex#ii", "heading 2", "II"),
            ("annex/II/3", "annex#II-p3", "annex 0", "3. Sleep."),
            ("h4", "annex#appendix", "heading 1", "Appendix"),
            ("annex/appendix/1", "annex#appendix-p1", "annex 0", "1. Paper."),
        ],
    ),
    "a declaration within the text": (
        "*Adopts* the declaration below:\n\n### Declaration of the Keepers\n\nWe, the keepers:\n\n1. Keep watch;\n\n2. Keep oil.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* the"),
            ("h1", "annex#declaration-of-the-keepers", "heading 1", "Declaration of"),
            ("annex/p1", "annex#u1", "annex 0", "We, the"),
            ("annex/1", "annex#p1", "annex 0", "1. Keep watch;"),
            ("annex/2", "annex#p2", "annex 0", "2. Keep oil."),
        ],
    ),
    "lists that begin anew below headings within a paragraph": (
        "1. *Adopts* this:\n\n### Plan\n\n#### I. Light\n\n1. We commit to:\n\n##### G. Oil\n\n- (a) Buy it;\n- (b) Burn it;\n\n"
        "##### H. Wicks\n\n- (a) Trim them:\n  - (i) daily;\n\nwith care;\n\n##### I. Glass\n\n- (a) Wipe it.\n\n#### II. Dark\n\n"
        "- (a) Sleep;\n- (b) Dream.",
        [
            ("1", "operative#op1", "operative 0", "1. *Adopts* this:"),
            ("h1", "annex#plan", "heading 1", "Plan"),
            ("h2", "annex#i-light", "heading 2", "I. Light"),
            ("annex/1", "annex#p1", "annex 0", "1. We commit"),
            ("h3", "annex#g-oil", "heading 3", "G. Oil"),
            ("annex/G/1 (a)", "annex#G-p1-a", "annex 1", "(a) Buy it;"),
            ("annex/G/1 (b)", "annex#G-p1-b", "annex 1", "(b) Burn it;"),
            ("h4", "annex#h-wicks", "heading 3", "H. Wicks"),
            ("annex/H/1 (a)", "annex#H-p1-a", "annex 1", "(a) Trim them:"),
            ("annex/H/1 (a) (i)", "annex#H-p1-a-i", "annex 2", "(i) daily;"),
            ("annex/H/1 (cont)", "annex#H-p1-cont", "annex 0", "with care;"),
            ("h5", "annex#i-glass", "heading 3", "I. Glass"),
            ("annex/I/1 (a)", "annex#I-p1-a", "annex 1", "(a) Wipe it."),
            ("h6", "annex#ii-dark", "heading 2", "II. Dark"),
            ("annex/p1 (a)", "annex#u1-a", "annex 1", "(a) Sleep;"),
            ("annex/p1 (b)", "annex#u1-b", "annex 1", "(b) Dream."),
        ],
    ),
    "one list that headings divide keeps its numbers": (
        "1. *Decides* on:\n\n#### A. Oil\n\n- (a) One;\n\n#### B. Wicks\n\n- (b) Two.\n\n2. *Ends*.",
        [
            ("1", "operative#op1", "operative 0", "1. *Decides* on:"),
            ("h1", "operative#a-oil", "heading 2", "A. Oil"),
            ("1 (a)", "operative#op1-a", "operative 1", "(a) One;"),
            ("h2", "operative#b-wicks", "heading 2", "B. Wicks"),
            ("1 (b)", "operative#op1-b", "operative 1", "(b) Two."),
            ("2", "operative#op2", "operative 0", "2. *Ends*."),
        ],
    ),
    "annexes have the numbers that they print, a declaration before them none": (
        "*Adopts* this:\n\n### Declaration\n\n1. We light.\n\n### Annex I\n\n1. Oil.\n\n### Annex II\n\n1. Wicks.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* this:"),
            ("h1", "annex#declaration", "heading 1", "Declaration"),
            ("annex/1", "annex#p1", "annex 0", "1. We light."),
            ("h2", "annex-1#annex-i", "heading 1", "Annex I"),
            ("annex1/1", "annex-1#p1", "annex 0", "1. Oil."),
            ("h3", "annex-2#annex-ii", "heading 1", "Annex II"),
            ("annex2/1", "annex-2#p1", "annex 0", "1. Wicks."),
        ],
    ),
    "annexes that print one number are counted": (
        "*Adopts* this:\n\n### Annex\n\n1. Oil.\n\n### Annex\n\n1. Wicks.",
        [
            ("op", "operative#op", "operative 0", "*Adopts* this:"),
            ("h1", "annex-1#annex", "heading 1", "Annex"),
            ("annex1/1", "annex-1#p1", "annex 0", "1. Oil."),
            ("h2", "annex-2#annex", "heading 1", "Annex"),
            ("annex2/1", "annex-2#p1", "annex 0", "1. Wicks."),
        ],
    ),
}


def outline(resolution: Resolution) -> list[Line]:
    """Every paragraph and heading after the enacting words."""
    blocks = [block for block in resolution.blocks if isinstance(block, Paragraph | Heading)]
    return [
        (block.label, f"{block.page}#{block.anchor}", *_seen(block)) for block in blocks if block.label != "enacting"
    ]


def _seen(block: Paragraph | Heading) -> tuple[str, str]:
    if isinstance(block, Heading):
        return f"heading {block.level}", _first(block.text.plain)
    words = block.text.plain.removeprefix(block.lead)
    lead = f"*{block.lead}*" if block.lead else ""
    return f"{block.kind} {block.depth}", f"{block.number} {lead}{_first(words, 1 if lead else 2)}".strip()


def _first(words: str, count: int = 2) -> str:
    """The first words with what stands before them: a blank, or none before a sign."""
    blank = " " if words.startswith(" ") else ""
    return blank + " ".join(words.split()[:count])
