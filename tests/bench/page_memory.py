#!/usr/bin/env python3
"""Peak memory of the command with all its workers, of a short and of a long document, and their ratio.

usage: page_memory.py CROSSFOOT SHORT.pdf LONG.pdf [OPTION...]

Both run with the same options (those of `crossfoot check`). What is added up is the proportional set
size of the command and of every process below it, 10 times a second: pages that processes share
count once. The goal: a scan of 1 000 pages takes no more than 1.2 times what one of 20 pages takes.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

STEP_S = 0.1


def tree(pid):
    """The process and all below it that are there now."""
    found = [pid]
    for parent in found:
        try:
            for thread in pathlib.Path(f"/proc/{parent}/task").iterdir():
                found += map(int, (thread / "children").read_text().split())
        except OSError:
            pass  # it has just ended
    return found


def proportional_kb(pid):
    try:
        for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def peak_mb(command):
    peak, begun = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([*command, "-o", f"{folder}/out.json"], stderr=subprocess.DEVNULL)
        while process.poll() is None:
            peak = max(peak, sum(map(proportional_kb, tree(process.pid))))
            time.sleep(STEP_S)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return peak / 1024, time.monotonic() - begun


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    crossfoot, short, long, *options = sys.argv[1:]
    peaks = []
    for path in (short, long):
        peak, seconds = peak_mb([crossfoot, "check", path, "--quiet", *options])
        peaks.append(peak)
        print(f"{peak:8.0f} MB {seconds:8.1f} s   {path}", flush=True)
    print(f"{peaks[1] / peaks[0]:8.2f} long / short")


if __name__ == "__main__":
    main()
