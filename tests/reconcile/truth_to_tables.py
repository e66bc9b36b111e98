#!/usr/bin/env python3
"""Turns known-good tables of a corpus (*.truth.json) into crossfoot.tables/1: page parts joined, every cell surely read.

usage: truth_to_tables.py TRUTH.json [TEXT.txt] > TABLES.json

So the reconciler is measured on its own, without what a recogniser does to the figures. TEXT.txt, one
paragraph per line as `pdftotext` gives it, becomes the document's running text. Standard library only.
"""
import json, re, sys


def joined(truth):
    """The tables of a truth file with their page parts joined and repeated headers dropped."""
    parts_of = {}
    for part in truth["tables"]:
        parts_of.setdefault(part["id"], []).append(part)
    for table_id, parts in parts_of.items():
        parts.sort(key=lambda part: part["page"])
        cells, places, base = [], [], 0
        for part in parts:
            skip = part.get("repeated_header_rows", 0)
            places.append({"page": part["page"], "bbox": part.get("bbox", []), "first_row": base, "n_rows": part["n_rows"] - skip})
            for cell in part["cells"]:
                if cell["row"] >= skip:
                    cells.append({
                        "row": cell["row"] - skip + base, "col": cell["col"],
                        "row_span": cell.get("row_span", 1), "col_span": cell.get("col_span", 1),
                        "page": part["page"], "bbox": cell.get("bbox", []), "text": cell["text"],
                        "lines": cell.get("lines", 1), "confidence": 1.0, "status": "read"})
            base += part["n_rows"] - skip
        first = parts[0]
        unit = re.search(r"[：:]\s*(\S*元)", first.get("right") or "")
        yield {
            "id": table_id, "pages": [p["page"] for p in parts], "title": first.get("title") or "",
            "unit": unit.group(1) if unit else (first.get("right") or "").strip(),
            "header_rows": first.get("header_rows", 0), "n_rows": base,
            "n_cols": max(p["n_cols"] for p in parts), "parts": places, "cells": filled(cells, base, max(p["n_cols"] for p in parts))}


def filled(cells, n_rows, n_cols):
    """The cells with an empty one in every slot that none covers, in row-major order."""
    covered = {(r, c) for x in cells for r in range(x["row"], x["row"] + x["row_span"]) for c in range(x["col"], x["col"] + x["col_span"])}
    page_of_row = {x["row"]: x["page"] for x in cells}
    for r in range(n_rows):
        for c in range(n_cols):
            if (r, c) not in covered:
                cells.append({"row": r, "col": c, "row_span": 1, "col_span": 1, "page": page_of_row.get(r, 1), "text": ""})
    return sorted(cells, key=lambda x: (x["row"], x["col"]))


def main(arguments):
    if not arguments:
        sys.exit(__doc__)
    truth = json.load(open(arguments[0], encoding="utf-8"))
    text = []
    if len(arguments) > 1:
        for line in open(arguments[1], encoding="utf-8"):
            if line.strip():
                text.append({"page": 1, "bbox": [], "text": line.strip()})
    tables = list(joined(truth))
    pages = sorted({p for t in tables for p in t["pages"]})
    json.dump({"schema": "crossfoot.tables/1", "source": truth.get("document", arguments[0]),
               "pages": [{"number": p, "width": 595, "height": 842, "turned": 0, "skew_deg": 0, "source": "text", "dpi": 0, "error": None} for p in pages],
               "tables": tables, "text": text}, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main(sys.argv[1:])
