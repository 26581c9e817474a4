"""Our frozen values as JSON and back: what is kept of a text that was read.

In: a value of dataclasses, or bytes and a type. Out: bytes, and from bytes the same value. JSON holds data alone:
unlike ``pickle``, nothing that is read here can run, whoever wrote it. msgspec knows the types from the dataclasses;
cattrs, which takes a field of several dataclasses too, needs six times as long.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

Value = TypeVar("Value")


def as_bytes(value: object) -> bytes:
    """A value as bytes.

    Raises:
        ValueError: it holds a sign that is no text.

    >>> as_bytes(("OP8", None))
    b'["OP8",null]'
    """
    return msgspec.json.encode(value)


def from_bytes(data: bytes, kind: type[Value]) -> Value:
    """The value that ``as_bytes`` wrote.

    Raises:
        ValueError: the bytes are of something else.

    >>> from_bytes(b'["OP8",null]', tuple[str | None, ...])
    ('OP8', None)
    """
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise ValueError(f"no such value: {error}") from error
