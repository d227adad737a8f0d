"""Runs one program and tells what it took: `python -I -S launcher.py OUTPUT PROGRAM [ARGUMENT ...]`.

The peak memory that a system tells of a process is never less than that of the process that started it. So this one
imports next to nothing, and is smaller than any program that is measured. `measuring.py` calls it.
"""

import posix
import sys
import time

output, *command = sys.argv[1:]
actions = [
    (posix.POSIX_SPAWN_OPEN, 1, output, posix.O_WRONLY | posix.O_CREAT | posix.O_TRUNC, 0o600),
    (posix.POSIX_SPAWN_DUP2, 1, 2),
]
start = time.perf_counter()
process = posix.posix_spawn(command[0], command, posix.environ, file_actions=actions)
_, status, used = posix.wait4(process, 0)
wall = time.perf_counter() - start
print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss, posix.waitstatus_to_exitcode(status))
