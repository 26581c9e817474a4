"""Runs a program and says on its last line what it took: seconds, seconds of computing, bytes of memory.

A file of its own, run by a bare Python: a process starts with the memory of the one that started it on its
account, so whoever measures memory has to be small.
"""

import json
import subprocess
import sys
import time

if __name__ == "__main__":
    start = time.perf_counter()
    code = subprocess.call(sys.argv[1:], stdin=subprocess.DEVNULL)
    seconds, cpu, peak = time.perf_counter() - start, 0.0, 0
    if sys.platform != "win32":  # there, the system does not say
        import resource

        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = used.ru_utime + used.ru_stime
        peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)  # bytes there, kilobytes elsewhere
    sys.stdout.write("\n" + json.dumps([seconds, cpu, peak]))
    sys.exit(code)
