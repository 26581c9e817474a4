"""What the locks bring along: under which licence each package is, and whether it has a known hole.

In: the locks, and what the packages installed in ``.venv`` say of themselves. Out: a line for each package that is
not as CONTRIBUTING.md says, and one that sums up; the exit code says whether there was any.
``python3 scripts/check.py`` runs it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata

from _setup import LOCKS, ROOT

# As SPDX names them, and as PyPI's classifiers do
PERMISSIVE = re.compile(
    r"MIT(?:-0|-CMU| License)?|0?BSD(?:-[\w-]+| License)?|Apache(?:-2\.0| 2\.0| License 2\.0| Software License)|ISC"
    r"|PSF-2\.0|CNRI-Python|Public-Domain"
)
RECIPROCAL = re.compile(r"MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)")
# Under the MPL, used as they are and in no site: MkDocs and requests bring them, and nothing does without
KNOWN_RECIPROCAL = {"certifi", "pathspec"}
# Read by a person, where a package does not say it in words that a program understands
READ = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # it carries axe-core
    "pypdfium2": "BSD-3-Clause",  # or Apache-2.0; so is the library within, and what that is made of is permissive
}


def locked(lock: str) -> dict[str, str]:
    """The packages of a lock with their versions."""
    text = (ROOT / "scripts" / "locks" / f"{lock}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE))


def licence_of(package: str) -> str:
    """What an installed package says of its licence, as one expression; empty if it says nothing.

    Raises:
        PackageNotFoundError: it is not installed.
    """
    said = metadata.metadata(package)
    if package in READ:
        return READ[package]
    classified = [name.rpartition(" :: ")[2] for name in said.get_all("Classifier") or () if "License :: OSI" in name]
    told = [*(said.get_all("License-Expression") or ()), *classified, *(said.get_all("License") or ())]
    for words in told:
        if words and words != "UNKNOWN" and len(words) < 80:
            return str(words)
    return ""


def is_permitted(package: str, expression: str, *, shipped: bool) -> bool:
    """Whether a package may be used, by its licence.

    Args:
        package: its name.
        expression: its licence, or several joined by AND or OR.
        shipped: whether the site is made with it, and not only tests and measurements.
    """
    return any(
        all(
            bool(PERMISSIVE.fullmatch(name))
            or (bool(RECIPROCAL.fullmatch(name)) and (not shipped or package in KNOWN_RECIPROCAL))
            for name in re.split(r" and ", choice, flags=re.IGNORECASE)
        )
        for choice in expression.split(" OR ")
    )


def refused() -> Iterator[str]:
    """A line for each installed package of the locks that may not be used."""
    shipped = locked("build") | locked("import")
    for package, version in {**locked("bench"), **shipped}.items():
        try:
            expression = licence_of(package)
        except metadata.PackageNotFoundError:  # for another system, or only for measurements
            continue
        if not is_permitted(package, expression, shipped=package in shipped):
            yield f"{package} {version}: its licence is {expression or 'not said'}; see CONTRIBUTING.md, Dependencies"


def holes() -> tuple[list[str], int]:
    """A line for each known hole in a package of the locks, and how many packages could be looked up.

    Advisories are fetched by pip-audit, which uv brings; without a network, or uv, none is looked up.
    """
    uv = shutil.which("uv")
    if not uv:
        return [], 0
    audit = [uv, "tool", "run", "pip-audit", "--disable-pip", "--no-deps", "--progress-spinner=off", "--format=json"]
    lock = ROOT / "scripts" / "locks" / f"{LOCKS[-1]}.txt"
    try:
        done = subprocess.run([*audit, "-r", str(lock)], capture_output=True, text=True, check=False, timeout=300)
        found = [one for one in json.loads(done.stdout)["dependencies"] if "vulns" in one]
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired):
        return [], 0
    lines = [
        f"{one['name']} {one['version']}: {hole['id']}; mended in {', '.join(hole['fix_versions']) or 'no version yet'}"
        for one in found
        for hole in one["vulns"]
    ]
    return lines, len(found)


def main() -> int:
    """Prints what is wrong and what was looked at; returns how many packages are not as they should be."""
    wrong = list(refused())
    known, looked_up = holes()
    for line in (*wrong, *known):
        print(line)
    print(
        f"licences of {len(locked(LOCKS[-1]))} packages: {len(wrong)} not permitted; "
        + (f"advisories on {looked_up}: {len(known)}" if looked_up else "no advisories could be had")
    )
    return len(wrong) + len(known)


if __name__ == "__main__":
    sys.exit(main())
