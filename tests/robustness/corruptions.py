#!/usr/bin/env python3
"""Damages documents at random, seeded, and looks at what the command makes of them.

    corruptions.py CROSSFOOT --count 10000 --seed 1 report.pdf scan.pdf
    corruptions.py CROSSFOOT --count 20            # documents of three pages, made here

Half of the damage is anywhere: bytes flipped, a piece cut out, a piece of another place put in. The
command must end with 0 or 3, by itself, within its limit for a page. One process reads many of them,
so that what one leaves behind would harm the others too. The other half is in the content
stream of one page, where the file shows which that is: the tables of the other pages must not change.
A case that fails is kept as NAME-SEED-NUMBER.pdf in the current folder. Ends with 1 where one did.
"""
import argparse
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

PAGE_TIMEOUT_S = 20
CASES_A_RUN = 50  # files that one process reads: starting it costs as much as a small file


def sample():
    """Three pages with a ruled table each, every object plain."""
    bodies = {1: b"<< /Type /Catalog /Pages 2 0 R >>",
              2: b"<< /Type /Pages /Count 3 /Kids [4 0 R 6 0 R 8 0 R] >>",
              3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}
    for page in range(3):
        own, content = 4 + 2 * page, 5 + 2 * page
        text = (f"50 150 200 -80 re S 50 110 m 250 110 l S 150 150 m 150 70 l S BT /F1 12 Tf "
                f"60 125 Td (item) Tj 100 0 Td (sum) Tj -100 -40 Td (rent {page}) Tj "
                f"100 0 Td (1,25{page}.00) Tj ET").encode()
        bodies[own] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {content} 0 R "
                       f"/Resources << /Font << /F1 3 0 R >> >> >>").encode()
        bodies[content] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number in sorted(bodies):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, bodies[number])
    xref = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, xref)
    return bytes(out)


def damaged_anywhere(data, rng):
    data = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(data))
        size = min(rng.choice((1, 4, 64, 1024)), len(data) - at)
        kind = rng.choice(("flip", "cut", "splice", "truncate"))
        if kind == "flip":
            for i in range(at, at + size):
                data[i] ^= 1 << rng.randrange(8)
        elif kind == "cut":
            del data[at:at + size]
        elif kind == "splice":
            start = rng.randrange(len(data))
            data[at:at] = data[start:start + size]
        elif rng.random() < 0.2:
            del data[max(at, 64):]
        if len(data) < 64:
            break
    return bytes(data)


def content_streams(data):
    """Begin and end of the content stream of each page, where pages stand plainly in the file."""
    streams = []
    for reference in re.finditer(rb"/Contents (\d+) 0 R", data):
        begin = re.search(rb"(?:^|[\r\n])%s 0 obj.{0,400}?stream\r?\n" % reference[1], data, re.S)
        if begin:
            streams.append((begin.end(), data.index(b"endstream", begin.end())))
    return streams


def damaged_page(data, rng):
    """The data with one page's stream overwritten in part, and the page's place among the pages."""
    streams = content_streams(data)
    page = rng.randrange(len(streams))
    begin, end = streams[page]
    data = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(begin, end)] = rng.randrange(256)
    return bytes(data), page


def extract(command, paths, output):
    """The finished run over all files at once, whose tables go to output/NAME.json."""
    arguments = [command, "extract", *paths, "--ocr", "never", "--no-stitch", "--format", "json", "--quiet",
                 "--page-timeout", str(PAGE_TIMEOUT_S), "-o", f"{output}/"]
    pages = sum(max(1, len(re.findall(rb"/Type\s*/Page\b", path.read_bytes()))) + 2 for path in paths)
    return subprocess.run(arguments, capture_output=True, timeout=PAGE_TIMEOUT_S * pages, check=False)


def cells_by_page(path):
    """{page: [(row, column, text)]}, empty where nothing was written."""
    pages = {}
    if path.exists():
        for table in json.loads(path.read_bytes())["tables"]:
            for cell in table["cells"]:
                pages.setdefault(cell["page"], []).append((cell["row"], cell["col"], cell["text"]))
    return pages


def run_failure(command, paths, output):
    """What is wrong about one run of the command over these files, "" for nothing."""
    try:
        run = extract(command, paths, output)
    except subprocess.TimeoutExpired:
        return "hangs"
    return "" if run.returncode in (0, 3) else f"ends with {run.returncode}: {run.stderr[-300:]}"


def failures(command, cases, folder, good):
    """{path: what is wrong} of the cases {path: (document, damaged page or None)}, read by one process."""
    output = folder / "tables"
    if run_failure(command, list(cases), output):  # whose fault is it?
        alone = {path: run_failure(command, [path], output) for path in cases}
        return {path: what for path, what in alone.items() if what} or {next(iter(cases)): "fails among others"}
    wrong = {}
    for path, (name, page) in cases.items():
        if page is None:
            continue
        after = cells_by_page(output / f"{path.stem}.json")
        for number, cells in good[name].items():
            if number != page + 1 and after.get(number) != cells:
                wrong[path] = f"page {number} changed though page {page + 1} was damaged"
    return wrong


def write_case(folder, documents, seed, number):
    """One damaged file, with the document that it was and the page that was damaged."""
    rng = random.Random(f"{seed} {number}")
    name = sorted(documents)[number % len(documents)]
    data = documents[name]
    one_page = len(content_streams(data)) > 1 and rng.random() < 0.5
    bad, page = damaged_page(data, rng) if one_page else (damaged_anywhere(data, rng), None)
    path = folder / f"{name}-{seed}-{number}.pdf"
    path.write_bytes(bad)
    return path, (name, page)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("documents", nargs="*", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_intermixed_args()
    documents = {path.stem: path.read_bytes() for path in options.documents} or {"sample": sample()}
    failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        good = {}
        for name, data in documents.items():
            path = folder / f"{name}.pdf"
            path.write_bytes(data)
            extract(options.command, [path], folder / "good")
            good[name] = cells_by_page(folder / "good" / f"{name}.json")
        for first in range(0, options.count, CASES_A_RUN):
            numbers = range(first, min(first + CASES_A_RUN, options.count))
            cases = dict(write_case(folder, documents, options.seed, number) for number in numbers)
            for path, what in failures(options.command, cases, folder, good).items():
                failed += 1
                shutil.copy(path, path.name)
                print(f"{path.name}: {what}", flush=True)
            shutil.rmtree(folder / "tables", ignore_errors=True)
            for path in cases:
                path.unlink()
    print(f"{options.count} corruptions, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
