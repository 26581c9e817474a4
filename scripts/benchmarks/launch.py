"""Runs a program and says on its last line what it took: seconds, seconds of computing, bytes of memory.

A file of its own, run by a bare Python: a process starts with the memory of the one that started it on its
account, so whoever measures memory has to be small. What several processes hold together is looked at now and then;
memory that they share counts once.
"""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time

PAUSE = 0.5  # seconds between two looks


def held_by(process: int) -> int:
    """Bytes that a process and all that it started hold; 0 where the system does not say."""
    held = 0
    with contextlib.suppress(OSError, ValueError):
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123 - a small process
            held = next(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
        for thread in os.listdir(f"/proc/{process}/task"):  # noqa: PTH208
            with open(f"/proc/{process}/task/{thread}/children", encoding="ascii") as file:  # noqa: PTH123
                held += sum(held_by(int(child)) for child in file.read().split())
    return held


def watch(process: "subprocess.Popen[bytes]", most: list[int]) -> None:
    """Looks at a process until it ends."""
    while process.poll() is None:
        most[0] = max(most[0], held_by(process.pid))
        time.sleep(PAUSE)


if __name__ == "__main__":
    start = time.perf_counter()
    together = [0]
    with subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL) as running:
        threading.Thread(target=watch, args=(running, together), daemon=True).start()
        code = running.wait()
    seconds, cpu, peak = time.perf_counter() - start, 0.0, 0
    if sys.platform != "win32":  # there, the system does not say
        import resource

        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = used.ru_utime + used.ru_stime
        peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # bytes there, kilobytes elsewhere
    sys.stdout.write("\n" + json.dumps([seconds, cpu, peak, max(peak, together[0])]))
    sys.exit(code)
