#!/usr/bin/env python3
"""The review page in headless Chromium: renders, follows clicks and keys, takes corrections, runs nothing of the document.

usage: review_test.py CROSSFOOT TESTDATA       ends with 77 (skipped) where there is no Chromium
"""
import json, os, shutil, subprocess, sys, tempfile, time, unittest

import browser

CROSSFOOT, TESTDATA = sys.argv[1:3]
CHOSEN = "document.querySelector('td.chosen')"


def run(*arguments, status=0):
    result = subprocess.run([CROSSFOOT, *arguments], capture_output=True, text=True)
    assert result.returncode == status, result.stderr
    return result.stdout


class Review(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.browser = browser.Browser().__enter__()
        cls.page = os.path.join(cls.folder, "review.html")
        run("review", os.path.join(TESTDATA, "budget-text.pdf"), "-o", cls.page)

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()
        shutil.rmtree(cls.folder)

    def setUp(self):
        self.open(self.page)

    def open(self, path):
        if self.value("typeof downloaded") != "undefined":
            self.value("downloaded = true")  # or the browser asks whether to leave
        self.browser.open(path)

    def value(self, expression):
        return self.browser.value(expression)

    def test_pages_and_tables_are_there_and_nothing_is_loaded(self):
        document = json.loads(run("extract", os.path.join(TESTDATA, "budget-text.pdf"), "--format", "json"))
        self.assertEqual(self.value("Array.from(document.querySelectorAll('td'), td => td.textContent)"),
                         [cell["text"] for cell in document["tables"][0]["cells"]])
        self.assertEqual(self.value("document.querySelectorAll('.page').length"), 2)
        self.assertTrue(self.value("document.querySelector('.page img').decode().then(() => true)"))
        self.assertGreater(self.value("document.querySelector('.page img').naturalWidth"), 800)
        self.assertEqual(self.value("document.querySelectorAll('.page:first-child rect').length"),
                         sum(cell["page"] == 1 for cell in document["tables"][0]["cells"]))
        urls = [e["params"]["request"]["url"] for e in self.browser.events if e.get("method") == "Network.requestWillBeSent"]
        self.assertEqual([u for u in urls if not u.startswith("data:")], ["file://" + self.page])
        self.assertEqual([e for e in self.browser.events if e.get("method") == "Runtime.exceptionThrown"], [])

    def test_a_click_on_one_side_shows_the_other(self):
        self.browser.click("rect.failing")
        text = self.value(CHOSEN + ".textContent")
        self.assertEqual(text, self.value("chosen.text"))
        self.assertTrue(self.value(CHOSEN + ".classList.contains('failing')"))
        self.assertTrue(self.value("(() => { const b = %s.getBoundingClientRect(), v = document.getElementById('tables').getBoundingClientRect();"
                                   " return b.top >= v.top - 1 && b.bottom <= v.bottom + 1; })()" % CHOSEN))
        last = "tr:last-child td:first-child"  # on the second page
        self.browser.click(last)
        self.assertEqual(self.value("document.querySelectorAll('rect.chosen').length"), 1)
        self.assertEqual(self.value("document.querySelector('rect.chosen').cell.page"), 2)
        self.assertIn("page 2", self.value("document.getElementById('where').textContent"))

    def test_a_finding_lights_its_cells(self):
        self.browser.click(".finding")
        self.assertEqual(self.value("document.querySelectorAll('td.term').length"),
                         self.value("source.findings[0].terms.length"))
        self.assertGreater(self.value("document.querySelectorAll('rect.term').length"), 0)
        for word in ("stated", "computed", "difference"):
            self.assertIn(word, self.value("document.querySelector('.finding').textContent"))

    def test_keys_walk_through_what_is_open(self):
        count = self.value("walk().length")
        self.assertGreater(count, 1)
        seen = []
        for _ in range(count + 1):
            self.browser.press("n")
            seen.append(self.value("cells.indexOf(chosen)"))
        self.assertEqual(seen, sorted(set(seen)) + [seen[0]])
        self.browser.press("p")
        self.assertEqual(self.value("document.getElementById('position').textContent"), f"{count} of {count}")

    def test_filters(self):
        self.browser.press("3")
        self.assertEqual(self.value("document.body.dataset.filter"), "failing")
        self.assertEqual(self.value("document.querySelectorAll('td.match').length"), self.value("cells.filter(c => c.failing).length"))
        self.browser.press("4")
        self.assertEqual(self.value("getComputedStyle(document.querySelector('section.table')).display"), "none")
        self.browser.click("#filters button")
        self.assertEqual(self.value("document.body.dataset.filter"), "all")

    def test_a_correction_comes_back(self):
        self.browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=self.folder)
        while self.value("chosen && chosen.text") != "58,107,253.45":
            self.browser.press("n")
        self.browser.press("Enter")
        self.browser.type("393,427,253.45")
        self.browser.press("Enter")
        self.assertEqual(self.value(CHOSEN + ".textContent"), "393,427,253.45")
        self.assertTrue(self.value(CHOSEN + ".classList.contains('corrected')"))
        self.browser.press("d")
        path = os.path.join(self.folder, "budget-text.corrections.json")
        for _ in range(100):
            if os.path.exists(path):
                break
            time.sleep(0.1)
        document = json.loads(run("extract", os.path.join(TESTDATA, "budget-text.pdf"), "--format", "json", "--corrections", path))
        corrected = [c for c in document["tables"][0]["cells"] if c["status"] == "corrected"]
        self.assertEqual([(c["text"], c["read_as"]) for c in corrected], [("393,427,253.45", "58,107,253.45")])
        self.assertIn("1 corrected", run("check", os.path.join(TESTDATA, "budget-text.pdf"), "--corrections", path, status=1))

    def test_text_of_the_document_is_never_markup(self):
        hostile = ["</script><script>window.hacked = 1</script>", "<img src=x onerror='window.hacked = 1'>",
                   "<!--<script>", "\" onclick=\"window.hacked = 1", "</td><td>", "javascript:window.hacked = 1"]
        cells = [{"row": 0, "col": c, "text": t, "page": 1, "status": "suspect", "why": t, "read_as": t, "confidence": 0.1,
                  "alternatives": [{"text": t, "cost": 1}]} for c, t in enumerate(hostile)]
        table = {"id": hostile[0], "title": hostile[0], "unit": hostile[1], "n_rows": 1, "n_cols": len(hostile),
                 "parts": [{"page": 1, "bbox": [], "first_row": 0, "n_rows": 1}], "cells": cells}
        document = {"schema": "crossfoot.tables/1", "source": hostile[0], "tables": [table], "text": [],
                    "pages": [{"number": 1, "width": 600, "height": 800, "error": hostile[1]}]}
        path = os.path.join(self.folder, "hostile.json")
        with open(path, "w") as file:
            json.dump(document, file)
        run("review", path, "-o", path + ".html", status=3)  # the error of its page
        self.open(path + ".html")
        for _ in hostile:
            self.browser.press("n")
        self.assertEqual(self.value("Array.from(document.querySelectorAll('td'), td => td.textContent)"), hostile)
        self.assertEqual(self.value("document.title"), hostile[0] + " - crossfoot review")
        self.assertEqual(self.value("document.querySelectorAll('script, body img').length"), 2)  # the document and the script
        self.assertIsNone(self.value("window.hacked"))

    def test_the_last_column_of_a_wide_table_can_be_reached(self):
        cells = [{"row": 0, "col": c, "text": "1,234,567.89", "page": 1, "status": "read", "confidence": 1} for c in range(40)]
        table = {"id": "t1", "n_rows": 1, "n_cols": 40, "cells": cells,
                 "parts": [{"page": 1, "bbox": [], "first_row": 0, "n_rows": 1}]}
        path = os.path.join(self.folder, "wide.json")
        with open(path, "w") as file:
            json.dump({"schema": "crossfoot.tables/1", "source": "wide", "tables": [table], "text": [],
                       "pages": [{"number": 1, "width": 842, "height": 595}]}, file)
        run("review", path, "-o", path + ".html")
        self.open(path + ".html")
        self.browser.click("td:last-child")
        self.assertEqual(self.value("chosen && chosen.col"), 39)


if __name__ == "__main__":
    if browser.chromium() is None:
        print("skipped: there is no Chromium")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
