"""Our frozen values as JSON and back: what is kept of a text that was read.

In: a value of dataclasses, and its type. Out: bytes, and from bytes the same value. JSON holds data alone: unlike
``pickle``, nothing that is read here can run, whoever wrote it. cattrs knows the types from the dataclasses; msgspec,
which is faster, takes no field that is one of several dataclasses.
"""

from __future__ import annotations

from typing import Any, TypeVar

from cattrs.preconf.json import make_converter

Value = TypeVar("Value")
_CONVERTER = make_converter(detailed_validation=False)  # a value that fails is made anew, whatever was wrong with it


def as_bytes(value: object, kind: object) -> bytes:
    """A value of a type as bytes.

    >>> as_bytes(("OP8", None), tuple[str | None, ...])
    b'["OP8", null]'
    """
    type_: Any = kind
    return _CONVERTER.dumps(value, type_).encode("ascii")


def from_bytes(data: bytes, kind: type[Value]) -> Value:
    """The value that ``as_bytes`` wrote.

    Raises:
        ValueError: the bytes are of something else.

    >>> from_bytes(b'["OP8", null]', tuple[str | None, ...])
    ('OP8', None)
    """
    try:
        return _CONVERTER.loads(data, kind)
    except (TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ValueError(f"no such value: {error}") from error
