#!/usr/bin/env python3
"""Kills `crossfoot batch` with -9 at random moments, restarts it, and holds the results to an undisturbed run.

usage: batch_kill_test.py CROSSFOOT [--documents N] [--kills N] [--seed N] [--work DIR]

The defaults are a sample of some seconds; the whole test is --documents 2000 --kills 20. After each kill every result
folder that is there must already be that of the undisturbed run, to the byte; in the end all of them, the summary
without its times, and a journal in which each content stands once. Prints the seed, the moments and the peak memory.
"""
import argparse, csv, glob, json, os, random, resource, shutil, signal, sqlite3, subprocess, sys, tempfile, time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from batch_documents import write_archive


def start(crossfoot, archive, output, *more):
    arguments = [crossfoot, "batch", "archive", "-o", output, "--lang", "eng", "--jobs", "1", "--quiet", *more]
    return subprocess.Popen(arguments, cwd=os.path.dirname(archive), stderr=subprocess.DEVNULL)


def results(output):
    """{path in the output: content} of everything but the journal and the summary, whose times differ."""
    found = {}
    for folder, folders, files in os.walk(output):
        if folder == output:
            folders[:] = [name for name in folders if name != "journal"]
            files = [name for name in files if not name.startswith("summary.")]
        for name in files:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, output)] = file.read()
    return found


def result_folders(files):
    return {os.path.dirname(path) for path in files}


def summary(output):
    with open(os.path.join(output, "summary.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(os.path.join(output, "summary.json"), encoding="utf-8") as file:
        whole = json.load(file)
    assert len(whole["inputs"]) == len(rows) == whole["totals"]["inputs"]
    for row in rows:
        del row["seconds"]
    del whole["totals"]["seconds"]
    return rows, whole["totals"]


def check_while_stopped(output, expected):
    """Whatever is there is whole and right: no file too many, too few or cut off."""
    there = results(output)
    for path, content in there.items():
        assert expected.get(path) == content, f"{path} is not that of the undisturbed run"
    folders = result_folders(there)
    assert {path for path in expected if os.path.dirname(path) in folders} == set(there), "a folder is half there"
    return len(folders)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("crossfoot")
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work")
    options = parser.parse_args()
    work = tempfile.mkdtemp(dir=options.work)
    try:
        test(options, work)
    finally:
        shutil.rmtree(work)


def test(options, work):
    crossfoot = os.path.abspath(options.crossfoot)
    rng = random.Random(options.seed)
    archive, undisturbed, disturbed = (os.path.join(work, name) for name in ("archive", "undisturbed", "disturbed"))
    contents = write_archive(archive, options.documents, options.seed)

    begun = time.monotonic()
    status = start(crossfoot, archive, undisturbed).wait()
    whole_s = time.monotonic() - begun
    peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    expected, (rows, totals) = results(undisturbed), summary(undisturbed)
    print(f"undisturbed: {totals['inputs']} inputs, {contents} contents, {whole_s:.1f} s, "
          f"{whole_s / options.documents * 1000:.0f} ms a document, peak {peak_kb / 1024:.0f} MiB", flush=True)
    assert totals["inputs"] == options.documents and totals["pending"] == 0
    assert totals["done"] + totals["failed"] == contents and totals["duplicates"] == options.documents - contents
    assert status == (3 if totals["failed"] else 0)

    # By how much is there and a little later, so that the kills fall all over the run however busy the machine is.
    whole = len(result_folders(expected))
    targets = sorted(rng.randrange(int(0.95 * whole)) for _ in range(options.kills))
    killed = 0
    for target in targets:
        process = start(crossfoot, archive, disturbed)
        while process.poll() is None and len(glob.glob(disturbed + "/??/*")) < target:
            time.sleep(0.01)
        time.sleep(rng.uniform(0, whole_s / options.documents))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        there = check_while_stopped(disturbed, expected) if os.path.isdir(disturbed) else 0
        print(f"killed with {there} of {whole} results there", flush=True)
    assert killed == options.kills, f"only {killed} runs were there to be killed"
    assert start(crossfoot, archive, disturbed).wait() == status

    assert results(disturbed) == expected, "the results differ"
    assert summary(disturbed) == (rows, totals), "the summaries differ"
    left = sorted(os.listdir(disturbed) + os.listdir(os.path.join(disturbed, "journal")))
    known = ["1-of-1.lock", "1-of-1.sqlite", "1-of-1.sqlite-journal", "journal", "summary.csv", "summary.json"]
    assert [name for name in left if len(name) > 2] == known, "something was left: " + " ".join(left)
    with sqlite3.connect(os.path.join(disturbed, "journal", "1-of-1.sqlite")) as journal:
        assert journal.execute("SELECT count(*), count(DISTINCT sha256) FROM documents").fetchone() == (contents, contents)
    print(f"seed {options.seed}: killed {killed} times, {len(expected)} files equal to the byte")


if __name__ == "__main__":
    main()
