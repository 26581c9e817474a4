"""The examples in docstrings: what they show is what the code gives."""

import doctest
import importlib
import pkgutil

import pytest

import unres

MODULES = [module.name for module in pkgutil.walk_packages(unres.__path__, "unres.")]
EXAMPLES = [
    pytest.param(found, id=found.name)
    for name in MODULES
    for found in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    if found.examples
]


@pytest.mark.parametrize("examples", EXAMPLES)
def test_the_examples_of_a_docstring(examples: doctest.DocTest) -> None:
    said: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(examples, out=said.append)
    assert not said, "".join(said)
