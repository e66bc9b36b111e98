#!/usr/bin/env python3
"""Reads a workbook of `crossfoot extract --format xlsx` back and holds it to the tables it was made of.

usage: workbook_test.py CROSSFOOT TESTDATA

Reads the XML itself; where LibreOffice is installed it converts the sheets to CSV too. Standard library only.
"""
import csv, io, json, os, re, shutil, subprocess, sys, tempfile, unittest, zipfile
import xml.etree.ElementTree as ElementTree

CROSSFOOT, TESTDATA = sys.argv[1:3]
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def run(*arguments):
    result = subprocess.run([CROSSFOOT, *arguments], capture_output=True)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


def place(name):
    """"B3" -> (2, 1)"""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    col = 0
    for letter in letters:
        col = col * 26 + ord(letter) - 64
    return int(digits) - 1, col - 1


class Book:
    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.strings = ["".join(t.text or "" for t in s.iter("{%s}t" % NS["m"])) for s in self.xml("xl/sharedStrings.xml")]
        styles = self.xml("xl/styles.xml")
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iterfind("m:numFmts/m:numFmt", NS)}
        codes.update({"0": "General", "1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%", "49": "@"})
        fills = [f.find("m:patternFill/m:fgColor", NS) for f in styles.find("m:fills", NS)]
        self.styles = [(codes[x.get("numFmtId")], None if fills[int(x.get("fillId"))] is None else fills[int(x.get("fillId"))].get("rgb"))
                       for x in styles.find("m:cellXfs", NS)]
        self.sheets = {}
        for number, sheet in enumerate(self.xml("xl/workbook.xml").find("m:sheets", NS), 1):
            self.sheets[sheet.get("name")] = self.xml(f"xl/worksheets/sheet{number}.xml")

    def xml(self, name):
        return ElementTree.fromstring(self.zip.read(name))

    def cells(self, name):
        """{(row, col): (value, format, fill)}; a number stays a float, a text a string."""
        found = {}
        for cell in self.sheets[name].iter("{%s}c" % NS["m"]):
            assert cell.find("m:f", NS) is None, "a formula"
            value = cell.find("m:v", NS)
            text = None if value is None else self.strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
            found[place(cell.get("r"))] = (text, *self.styles[int(cell.get("s", 0))])
        return found

    def comments(self):
        return [("".join(t.text or "" for t in c.iter("{%s}t" % NS["m"])), c.get("ref"))
                for n in self.zip.namelist() if n.startswith("xl/comments") for c in self.xml(n).iter("{%s}comment" % NS["m"])]


def printed(value, code):
    """What a spreadsheet shows of a number."""
    if isinstance(value, str) or value is None:
        return value or ""
    positive, _, negative = code.partition(";")
    if negative and value < 0:
        return "(" + printed(-value, positive) + ")"
    percent = positive.endswith("%")
    decimals = len(positive.rstrip("%").partition(".")[2])
    return f"{value * (100 if percent else 1):{',' if ',' in code else ''}.{decimals}f}" + ("%" if percent else "")


def document(rows, **more):
    cells = [{"row": r, "col": c, "text": t, "page": 1} | (more.get("cells", {}).get((r, c), {}))
             for r, row in enumerate(rows) for c, t in enumerate(row) if t is not None]
    table = {"id": "t1", "title": more.get("title", ""), "header_rows": more.get("header_rows", 0), "n_rows": len(rows),
             "n_cols": len(rows[0]), "parts": [{"page": 1, "bbox": [], "first_row": 0, "n_rows": len(rows)}], "cells": cells}
    return {"schema": "crossfoot.tables/1", "source": "x", "pages": [], "tables": [table], "text": []}


def known_good(name):
    """The path of a known-good file and its first table."""
    path = os.path.join(TESTDATA, name + ".known-good.json")
    with open(path, encoding="utf-8") as file:
        return path, json.load(file)["tables"][0]


class Workbook(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def book_of(self, content):
        path = os.path.join(self.folder, "x.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(content, file)
        return Book(run("extract", path, "--format", "xlsx"))

    def test_shows_what_csv_holds(self):
        for name in ("budget-text", "spending-scan-office200", "basic-scan-bw300"):
            tables, _ = known_good(name)
            book = Book(run("extract", tables, "--format", "xlsx"))
            rows = list(csv.reader(io.StringIO(run("extract", tables, "--format", "csv").decode(), newline="")))
            sheets = [s for s in book.sheets if s not in ("Document", "Findings")]
            self.assertEqual(len(sheets), 1)
            cells = book.cells(sheets[0])
            for r, row in enumerate(rows):
                for c, text in enumerate(row):
                    value, code, _ = cells.get((r, c), (None, "", None))
                    self.assertEqual(printed(value, code), text, f"{name} row {r} column {c}")

    def test_merged_cells_and_frozen_header(self):
        path, tables = known_good("budget-text")
        book = Book(run("extract", path, "--format", "xlsx"))
        sheet = [s for n, s in book.sheets.items() if n.startswith("t1")][0]
        merged = sorted(tuple(map(place, m.get("ref").split(":"))) for m in sheet.iterfind("m:mergeCells/m:mergeCell", NS))
        self.assertEqual(merged, sorted(((c["row"], c["col"]), (c["row"] + c["row_span"] - 1, c["col"] + c["col_span"] - 1))
                                        for c in tables["cells"] if c["row_span"] * c["col_span"] > 1))
        pane = sheet.find("m:sheetViews/m:sheetView/m:pane", NS)
        self.assertEqual((pane.get("ySplit"), pane.get("state")), (str(tables["header_rows"]), "frozen"))

    def test_types(self):
        cells = self.book_of(document([["007", "1,234.50", "(12.5)", "45.6%", "12345678901234567.8", "170", "-", "－3"]])).cells("t1")
        self.assertEqual([cells[0, c][0] for c in range(8)],
                         ["007", 1234.5, -12.5, 0.456, "12345678901234567.8", 170.0, "-", -3.0])
        self.assertEqual([cells[0, c][1] for c in (0, 1, 2, 3)], ["@", "#,##0.00", "0.0;(0.0)", "0.0%"])

    def test_codes_are_texts(self):
        cells = Book(run("extract", known_good("spending-scan-office200")[0], "--format", "xlsx"))
        sheet = [n for n in cells.sheets if n.startswith("t1")][0]
        self.assertIn("2080505", [value for value, *_ in cells.cells(sheet).values()])

    def test_doubtful_cells_say_why(self):
        book = self.book_of(document([["a", "5.00", "6.00"]], cells={
            (0, 1): {"status": "suspect", "confidence": 0.2}, (0, 2): {"status": "repaired", "read_as": "8.00", "why": "the sum asks for it"}}))
        suspect = book.cells("t1")[0, 1]
        self.assertEqual(suspect[2], "FFFFF2B3")
        comments = {ref: text for text, ref in book.comments()}
        self.assertIn("suspect", comments["B1"])

    def test_findings_lead_to_their_cells(self):
        book = Book(run("extract", known_good("budget-text")[0], "--format", "xlsx"))
        cells = book.cells("Findings")
        rows = {r for r, _ in cells if r > 0}
        self.assertTrue(rows)
        self.assertIn("58,107,253.45", [cells[r, 6][0] for r in rows])
        sheet = [n for n in book.sheets if n.startswith("t1")][0]
        links = {link.get("ref"): link.get("location") for link in book.sheets["Findings"].iter("{%s}hyperlink" % NS["m"])}
        failing = {place(l.split("!")[1]) for l in links.values()}
        self.assertEqual(len(links), len(rows))
        for where in failing:
            self.assertEqual(book.cells(sheet)[where][2], "FFFAC8C3")
        self.assertEqual({l.split("!")[0] for l in links.values()}, {f"'{sheet}'"})

    def test_nothing_becomes_a_formula(self):
        hostile = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "{=1}", "https://x.org", "internal:'x'!A1"]
        book = self.book_of(document([hostile], title="=[x]:*?/\\'" * 9))
        sheet = [s for s in book.sheets if s not in ("Document", "Findings")][0]
        self.assertLessEqual(len(sheet), 31)
        cells = book.cells(sheet)  # asserts that there is no formula
        self.assertEqual([cells[0, c][0].replace("_x0009_", "\t") for c in range(len(hostile))], hostile)
        self.assertIsNone(book.sheets[sheet].find("m:hyperlinks", NS))

    def test_libreoffice_opens_it(self):
        office = shutil.which("soffice") or shutil.which("libreoffice")
        if office is None:
            self.skipTest("LibreOffice is not installed")
        path = os.path.join(self.folder, "book.xlsx")
        tables = known_good("budget-text")[0]
        run("extract", tables, "-o", path)
        export = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,3'
        done = subprocess.run([office, "--headless", f"-env:UserInstallation=file://{self.folder}/profile", "--convert-to", export,
                               "--outdir", self.folder, path], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        written = [n for n in os.listdir(self.folder) if n.endswith(".csv")]
        ours = list(csv.reader(io.StringIO(run("extract", tables, "--format", "csv").decode(), newline="")))
        with open(os.path.join(self.folder, written[0]), encoding="utf-8", newline="") as file:
            theirs = list(csv.reader(file))
        # Its CSV has the values, not the formats, which the XML above shows.
        value = lambda text: float(text.replace(",", "")) if re.fullmatch(r"-?[\d,]+(\.\d+)?", text) else text
        self.assertEqual([list(map(value, row)) for row in theirs], [list(map(value, row)) for row in ours])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
