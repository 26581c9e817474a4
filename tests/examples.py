"""Runs the examples of a page of the documentation: its blocks of Python that begin with a prompt."""

import doctest
import re
import sys
from pathlib import Path


def run_examples(text: str) -> str:
    """Runs them in their order; returns what went otherwise than the page says."""
    blocks = re.findall(r"^```python\n(>>> .*?)^```$", text, re.MULTILINE | re.DOTALL)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "page", None, 0)
    assert examples.examples
    said: list[str] = []
    doctest.DocTestRunner().run(examples, out=said.append)
    return "\n".join(said)


if __name__ == "__main__":
    sys.exit(run_examples(Path(sys.argv[1]).read_text(encoding="utf-8")) or 0)
