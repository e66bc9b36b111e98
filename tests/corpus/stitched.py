#!/usr/bin/env python3
"""Share of the logical tables of the corpus that come out as one table with the right pages and the
right number of rows.

    tests/corpus/stitched.py TRUTH_DIR PRED_DIR [--show]

TRUTH_DIR has NAME.truth.json, PRED_DIR NAME.json as `crossfoot extract --format json` writes it;
documents that are missing there are left out. A truth file lists a table once for each page, under
one id. Each table that was extracted counts for one table of the truth at most. Prints a line for
each document, for all of them, and for those tables alone that stand on several pages.
"""
import glob
import json
import os
import sys
from collections import Counter


def logical_tables(truth):
    """(pages, number of rows) of each table; repeated headers are no rows."""
    tables = {}
    for part in truth["tables"]:
        pages, rows = tables.get(part["id"], ((), 0))
        tables[part["id"]] = (pages + (part["page"],),
                              rows + part["n_rows"] - part.get("repeated_header_rows", 0))
    return tables


def main():
    truth_dir, pred_dir = sys.argv[1:3]
    right = total = right_over_pages = over_pages = 0
    for file in sorted(glob.glob(os.path.join(truth_dir, "*.truth.json"))):
        name = os.path.basename(file)[: -len(".truth.json")]
        prediction = os.path.join(pred_dir, name + ".json")
        if not os.path.exists(prediction):
            continue
        tables = logical_tables(json.load(open(file)))
        found = Counter((tuple(t["pages"]), t["n_rows"])
                        for t in json.load(open(prediction))["tables"])
        here = 0
        for key, table in tables.items():
            good = found[table] > 0
            found[table] -= good
            here += good
            over_pages += len(table[0]) > 1
            right_over_pages += good and len(table[0]) > 1
            if not good and "--show" in sys.argv:
                near = [f"{p} {n} rows" for p, n in found if set(p) & set(table[0])]
                print(f"  {key}: pages {table[0]}, {table[1]} rows; found {', '.join(near)}")
        print(f"{name:40} {here:4} of {len(tables):4}")
        right += here
        total += len(tables)
    print(f"{'all':40} {right:4} of {total:4}  {right / max(1, total):.3f}")
    print(f"{'on several pages':40} {right_over_pages:4} of {over_pages:4}  "
          f"{right_over_pages / max(1, over_pages):.3f}")


main()
