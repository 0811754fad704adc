#!/usr/bin/env python3
"""Runs a command once and writes down what the whole process took.

usage: measure.py RESULTS N TOOL ROUND TIMEOUT SITE OUT COMMAND [ARGUMENT ...]

The command runs in the folder SITE and writes to the folder OUT. RESULTS gets a line of JSON: wall and CPU seconds and
peak memory as the operating system counts them for the process, and the files and bytes in OUT. Round 0 is the
warm-up. The exit status is 1 if the command failed or took longer than TIMEOUT seconds.
"""
import json
import os
import signal
import subprocess
import sys
import time


def run(command, folder, log, timeout):
    started = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                               start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(timeout)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    signal.alarm(0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def contents(folder):
    sizes = [os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes) / 2 ** 20


def main():
    results, n, tool, number, timeout, site, out = sys.argv[1:8]
    with open("%s-%s-%s.log" % (results, tool, n), "wb") as log:
        status, wall, cpu, peak = run(sys.argv[8:], site, log, int(timeout))
    files, mib = contents(out)
    with open(results, "a", encoding="utf-8") as file:
        file.write(json.dumps({"n": int(n), "tool": tool, "round": int(number), "status": status, "wall": wall,
                               "cpu": cpu, "peak": peak, "files": files, "mib": mib}) + "\n")
    return 1 if status else 0


if __name__ == "__main__":
    sys.exit(main())
