"""Our frozen values as JSON and back: what is kept of a text that was read.

In: a value of dataclasses, and its type. Out: bytes, and from bytes the same value. JSON holds data alone: unlike
``pickle``, nothing that is read here can run, whoever wrote it. A value is written as the list of its fields in their
order; the code's own digest names the folder that it is kept in, so that no other version reads it (``cache``).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_PLAIN = frozenset({str, int, bool, NoneType})  # JSON has them
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Form:
    """How a type is written and read; a plain one needs neither."""

    write: Callable[[Any], Any] | None = None
    read: Callable[[Any], Any] | None = None


def as_bytes(value: object, kind: object) -> bytes:
    """A value of a type as bytes.

    >>> as_bytes((dt.date(2044, 5, 3), None), tuple[dt.date | None, ...])
    b'["2044-05-03",null]'
    """
    write = _form(kind).write
    return json.dumps(write(value) if write else value, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def from_bytes(data: bytes, kind: type[Value]) -> Value:
    """The value that ``as_bytes`` wrote.

    Raises:
        ValueError: the bytes are of something else.

    >>> from_bytes(as_bytes((dt.date(2044, 5, 3),), tuple[dt.date, ...]), tuple[dt.date, ...])
    (datetime.date(2044, 5, 3),)
    """
    type_: object = kind
    make = _form(type_).read
    try:
        values: Any = json.loads(data.decode("utf-8", "surrogatepass"))
        found: Value = make(values) if make else values
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no such value: {error}") from error
    return found


@cache
def _form(kind: object) -> _Form:
    """How values of a type are written and read."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _Form()
    if kind is dt.date:
        return _Form(dt.date.isoformat, dt.date.fromisoformat)
    if origin in (Union, UnionType):
        return _of_several(inner)
    if origin is tuple and inner[1:] == (...,):
        return _of_list(_form(inner[0]))
    if origin is Mapping and inner[0] is str:
        return _of_mapping(_form(inner[1]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _Form(lambda value: value.value, kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _of_fields(kind)
    raise TypeError(f"{kind} cannot be kept; see {__name__}")


def _of_several(kinds: tuple[Any, ...]) -> _Form:
    """A value or none, or one of several dataclasses, whose place among them goes before its fields."""
    others = [kind for kind in kinds if kind is not NoneType]
    forms = [_form(kind) for kind in others]
    if len(others) == 1:
        write, make = forms[0].write, forms[0].read
        if not (write and make):
            return _Form()
        return _Form(
            lambda value: None if value is None else write(value),
            lambda value: None if value is None else make(value),
        )
    numbers = {kind: number for number, kind in enumerate(others)}
    writers, makers = [form.write for form in forms], [form.read for form in forms]

    def write_one(value: object) -> list[Any]:
        number = numbers[type(value)]
        return [number, writers[number](value)]  # type: ignore[misc]  # dataclasses all, which have both

    return _Form(write_one, lambda value: makers[value[0]](value[1]))


def _of_list(each: _Form) -> _Form:
    write, make = each.write, each.read
    if not (write and make):
        return _Form(list, tuple)
    return _Form(lambda values: [write(value) for value in values], lambda values: tuple([make(v) for v in values]))


def _of_mapping(each: _Form) -> _Form:
    write, make = each.write, each.read
    if not (write and make):
        return _Form(dict, dict)
    return _Form(
        lambda values: {name: write(value) for name, value in values.items()},
        lambda values: {name: make(value) for name, value in values.items()},
    )


def _of_fields(kind: type) -> _Form:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    forms = [_form(hints[name]) for name in names]
    writers = [(name, form.write) for name, form in zip(names, forms, strict=True)]
    makers = [(at, form.read) for at, form in enumerate(forms) if form.read]

    def write(value: object) -> list[Any]:
        return [writer(getattr(value, name)) if writer else getattr(value, name) for name, writer in writers]

    def make(values: list[Any]) -> object:
        for at, maker in makers:
            values[at] = maker(values[at])
        return kind(*values)

    return _Form(write, make)
