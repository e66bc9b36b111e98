#!/usr/bin/env python3
"""How often cells of each confidence are wrong: score truth against extracted tables.

  reliability.py SHARED TRUTH_DIR PREDICTED_DIR

SHARED holds score/score.py, whose alignment is used; TRUTH_DIR and PREDICTED_DIR are what its --set
takes (tests/corpus/score.sh leaves predictions in build/corpus). Prints a table for figures and one
for text: cells per band of confidence, how many are wrong, their share, and the share of wrong ones
that the confidence promised. Cells of the truth that were not found have no confidence and are left
out.
"""
import json
import os
import sys

BANDS = (0.0, 0.5, 0.7, 0.9, 0.95, 0.99, 0.998)


def aligned(score, truth, predicted):
    """(truth text, predicted cell) of the cells that stand at the same place."""
    tables = score.predicted(predicted)
    for table in score.logical(truth):
        # The table with most cells in common; reliability needs no one-to-one matching.
        # Of twins with the same heads and labels the one on the same page.
        best = max(tables, default=None, key=lambda t: (
            bool(set(t["pages"]) & set(table["pages"])),
            sum((score.bag(table) & score.bag(t)).values())))
        if best is None:
            continue
        rows, columns, _, grid = score.align_tables(table, best)
        for cell in table["cells"]:
            if cell["row"] in rows and cell["col"] in columns and score.norm(cell["text"]):
                found = grid[rows[cell["row"]]][columns[cell["col"]]]
                if found and found.get("text"):
                    yield cell["text"], found


def count(score, truth_dir, predicted_dir):
    """{kind: {band: [cells, wrong, wrong promised]}}"""
    counts = {kind: {band: [0, 0, 0.0] for band in BANDS} for kind in ("figures", "text")}
    for name in sorted(os.listdir(truth_dir)):
        path = os.path.join(predicted_dir, name.replace(".truth.json", ".json"))
        if not name.endswith(".truth.json") or not os.path.exists(path):
            continue
        with open(os.path.join(truth_dir, name), encoding="utf-8") as t, open(path, encoding="utf-8") as p:
            for text, cell in aligned(score, json.load(t), json.load(p)):
                value = score.number(text)
                if value is not None:
                    wrong = score.number(cell["text"]) != value
                else:
                    wrong = score.norm(cell["text"]) != score.norm(text)
                confidence = cell.get("confidence", 1)
                band = counts["text" if value is None else "figures"][
                    max(b for b in BANDS if b <= confidence)]
                band[0] += 1
                band[1] += wrong
                band[2] += 1 - confidence
    return counts


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.path.insert(0, os.path.join(sys.argv[1], "score"))
    import score
    for kind, bands in count(score, *sys.argv[2:]).items():
        print(f"{kind:10} from   cells   wrong    share  promised")
        for band, (cells, wrong, promised) in bands.items():
            if cells:
                print(f"{band:15.3f} {cells:7} {wrong:7} {wrong / cells:8.4f}  {promised / cells:8.4f}")


if __name__ == "__main__":
    main()
