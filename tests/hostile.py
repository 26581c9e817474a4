"""Words that would do harm where they were taken for more than words, and a text that has them in every place."""

from __future__ import annotations

from samples import sample

# Words that mean something to Markdown, HTML or the theme, in the dialect of the source texts.
ACTIVE = [
    r"\</title>\</script>\<script>alert(1)\</script>", r'">\<img src=x onerror=alert(1)>', "[a]: https://x.example 't'",
    "{: #x .ours onclick=alert(1) }", "{ .ours }", "/// html | script", "///", '--8<-- "about.md"', "{{ config }} {% raw %}",
    "\\<details>\\<summary>x\\</details>", "```python", "~~~", "`code` ``x``", "$$x$$", "&amp;lt; &#60;script&#62; &copy;",
    "![x](y.png)", "[x](javascript:alert(1))", "a__b__c _d_", "\\# no heading", "===", "> quote", "+", "#", "-", "=", "~",
    "1) one", "a | b", "nb\u00a0sp", "\u202eevil\u202c", "zero\u200bwidth", "line\u2028sep", "e\u0301", "\U0001f600", "w" * 3000,
    "\\\\ \\\\\\\\ back\\\\`x\\\\`", "\\<!-- c -->", "\\<?php ?>", "!!! note", "::: x", "[TOC]", "klzzwxh:0001", "a\\", "*[x]*(y)",
    "A/62/439{ .x } resolution 55/2(x)", "Ch*art*er of the United Nations \\_x\\_", "x<br>- y<br>1. z<br># h<br>/// html",
]  # fmt: skip


def everywhere(words: str) -> str:
    """A text that has these words in every place where words can stand."""
    return sample(
        f"*Noting* {words},\n\n{words}\n\n1. *Asks*:\n\n- (a) {words}\n- {words}\n\n2. {words}\n\n#### {words}\n\n"
        f"3. *Ends*.<sup>1</sup>\n\n<sup>1</sup> {words}\n\n### Annex\n\n### {words}\n\n{words}\n\n1. {words}\n\n"
        f"##### {words}\n\n| {words.replace('|', chr(92) + '|')} | b |\n|---|---|\n| c | d |"
    ).replace("Lighthouses", words.replace("<br>", " "))


# What would run a script or load something: each calls ``trap`` or asks another host.
TRAPS = [
    r"\<script>trap()\</script>", r"\<img src=x onerror=trap()>", r"\<svg onload=trap()>", r'" onmouseover="trap()" x="', "' autofocus onfocus='trap()",
    r"\</p>\<iframe src=javascript:trap()>\</iframe>", "[x](javascript:trap())", "![x](https://trap.example/x.png)", "<https://trap.example/>",
    "https://trap.example/x", "[x]: https://trap.example/", "{ onclick=trap() }", "{: onclick=trap() }", r"\<base href=https://trap.example/>",
    r"\<link rel=stylesheet href=https://trap.example/x.css>", r"\<meta http-equiv=refresh content=0;url=https://trap.example/>", r"\<object data=https://trap.example/>",
    r"\<style>@import 'https://trap.example/x.css';\</style>", r"\<form action=https://trap.example/>\<input type=submit>", r"\<a href=https://trap.example/ ping=https://trap.example/>x",
    "{{ trap() }}", "{% include 'trap' %}", "${trap()}", "`${trap()}`", r"\</script>\<script>trap()//", r"\<!--\<script>trap()", "&lt;script&gt;trap()&lt;/script&gt;", "&#60;img src=x onerror=trap()&#62;",
    r"\</title>\<script>trap()\</script>", r"\</template>\<script>trap()\</script>", r"\<math>\<mtext>\<script>trap()\</script>", "!A/RES/60/160", "=HYPERLINK(1)", "@SUM(1)", "+1", "&xxe;", "!!python/object:os.system",
]  # fmt: skip
