"""Any text whatever, for properties: what a person could type, and what nobody would."""

from hypothesis import strategies as st

LINES = st.sampled_from(
    [
        "# General Assembly", "Distr.: General  ", "3 May 2044", "## Resolution adopted", "[on a report (A/1/2)]",
        "### 99/7. Lighthouses", "### Annex", "### A", "#### I", "##### *Oil*", "---", "", "", "", "1. *Decides* so;",
        "2. *Asks*:", "- (a) one;", "  - (i) two;", "(b) three;", "(i) four;", "- • five", "  more words", "*Noting* fog,",
        "*The General Assembly,*", "lit<sup>1</sup> up", "<sup>1</sup> See A.", "<sup>a</sup> See B.", "| a | b |", "|---|",
        "*40th plenary meeting  ", "1 April 2044*", "<script>x</script>", "a * b", "\\* c", "26 *Condemns* it", "iv. five",
    ]
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=400),
    st.lists(LINES, max_size=40).map("\n".join),
    st.lists(st.one_of(LINES, st.text(alphabet="ab1*<>|()-#.\\ \u00a0", max_size=12)), max_size=30).map("\n".join),
)
