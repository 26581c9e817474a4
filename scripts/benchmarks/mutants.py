"""Small faults in a source text of Python, such as a person could type: what mutation testing tries the tests with.

In: the source. Out: changes, each of one place: ``<`` for ``<=``, ``and`` for ``or``, a number that is one more,
a statement that is gone, a pattern without its ``?``. What says nothing about behaviour is left as it is: annotations,
docstrings, assertions, decorators, and the words of messages.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
# In a pattern: a quantifier, an edge or a class, and what comes in its place
_PIECES = (
    (re.compile(r"(?<![\\(?*+])\?(?![:=!<P])"), ""),
    (re.compile(r"(?<!\\)\+"), "*"),
    (re.compile(r"(?<!\\)\*"), "+"),
    (re.compile(r"\\b"), ""),
    (re.compile(r"(?<![\\\[])\^|(?<!\\)\$"), ""),
    (re.compile(r"\\d"), r"\w"),
    (re.compile(r"(?<=[{,])\d(?=\})"), "1"),
    (re.compile(r"\(\?!"), "(?="),
    (re.compile(r"\(\?<!"), "(?<="),
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of a source.

    Attributes:
        line: where it is, from 1.
        before: the words that stood there.
        after: the words that stand there instead.
        source: the whole source, changed.
    """

    line: int
    before: str
    after: str
    source: str

    @property
    def is_python(self) -> bool:
        """Whether the changed source can still be run; asked only of those that are tried, since it takes long."""
        try:
            compile(self.source, "mutant", "exec")
        except SyntaxError:
            return False
        return True


def mutants(source: str) -> list[Mutant]:
    """Every change of a source, in the order of the text.

    >>> [(found.before, found.after) for found in mutants("if a < 3:\\n    go()\\n")]
    [('a < 3', 'not a < 3'), ('a < 3', 'a <= 3'), ('3', '4'), ('go()', 'pass')]
    """
    data = source.encode()
    starts = [0, *accumulate(len(line) for line in data.splitlines(keepends=True))]
    found = []
    for node, after in _changes(ast.parse(source)):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        put = f"({after})" if isinstance(node, ast.expr) else after
        changed = (data[:start] + put.encode() + data[end:]).decode()
        found.append(Mutant(node.lineno, data[start:end].decode(), after, changed))
    return sorted(found, key=lambda mutant: mutant.line)


def _changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """The nodes that can be changed, each with the words in its place."""
    if isinstance(node, ast.stmt):
        yield from ((node, words) for words in _of_statement(node))
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield node.test, ast.unparse(ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.expr):
        yield from ((node, ast.unparse(after)) for after in _of_expression(node))
    if isinstance(node, ast.Call):
        yield from _of_pattern(node)
    for child in _children(node):
        yield from _changes(child)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that decide what happens."""
    if isinstance(node, ast.Assert | ast.JoinedStr | ast.Raise):
        return
    for name, value in ast.iter_fields(node):
        if name not in ("annotation", "returns", "decorator_list"):
            yield from (part for part in (value if isinstance(value, list) else [value]) if isinstance(part, ast.AST))


def _of_statement(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Continue() | ast.Break():
            yield "pass"
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "pass"
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "return None"


def _of_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=comparators) if type(operator) in _SWAPS:
            yield ast.Compare(left, [_SWAPS[type(operator)]()], comparators)  # type: ignore[list-item]
        case ast.BoolOp(op=operator, values=values) if type(operator) in _SWAPS:
            yield ast.BoolOp(_SWAPS[type(operator)](), values)  # type: ignore[arg-type]
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _SWAPS:
            yield ast.BinOp(left, _SWAPS[type(operator)](), right)  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)


def _of_pattern(call: ast.Call) -> Iterator[tuple[ast.expr, str]]:
    """A pattern that is given to ``re`` as a string, with one of its pieces changed."""
    match call:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="re")), args=[ast.Constant(value=str() as pattern) as node, *_]
        ):
            for piece, after in _PIECES:
                for found in piece.finditer(pattern):
                    changed = pattern[: found.start()] + after + pattern[found.end() :]
                    if changed != pattern and _is_pattern(changed):
                        yield node, repr(changed)


def _is_pattern(words: str) -> bool:
    try:
        re.compile(words)
    except re.error:
        return False
    return True
