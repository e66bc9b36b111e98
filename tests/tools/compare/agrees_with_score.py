#!/usr/bin/env python3
"""crossfoot compare against the corpus' own scorer: every summary figure agrees to 1e-4.

usage: agrees_with_score.py CROSSFOOT SHARED     ends with 77 (skipped) where SHARED is not there

The known-good tables of the corpus are damaged at random (rows, columns, cells, figures, characters
and spans lost or changed, tables lost and added), and both judge the result. Standard library only.
"""
import copy, importlib.util, json, os, random, subprocess, sys, tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
SAME = {"num_acc": "amount_accuracy", "silent": "silent", "suspect": "suspect", "text_acc": "text_accuracy",
        "cer": "character_error_rate", "span_acc": "span_accuracy", "adj_f1": "adjacency_f1",
        "det_f1": "detection_f1", "teds": "teds"}
TOLERANCE = 1e-4 + 1e-9


def module(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def lose_line(table, row, number):
    """Takes out a row or a column; cells that span it shrink."""
    at, span, count = ("row", "row_span", "n_rows") if row else ("col", "col_span", "n_cols")
    kept = []
    for cell in table["cells"]:
        if cell[at] <= number < cell[at] + cell[span]:
            cell[span] -= 1
        elif cell[at] > number:
            cell[at] -= 1
        if cell[span] > 0:
            kept.append(cell)
    table["cells"] = kept
    table[count] -= 1


def damaged(document, rng):
    document = copy.deepcopy(document)
    tables = document["tables"]
    for table in tables:
        for _ in range(rng.choice([0, 0, 1, 3])):
            if table["n_rows"] > 3:
                lose_line(table, True, rng.randrange(table["n_rows"]))
        if rng.random() < 0.3 and table["n_cols"] > 2:
            lose_line(table, False, rng.randrange(table["n_cols"]))
        for cell in table["cells"]:
            text = cell["text"]
            if rng.random() < 0.08 and text:
                i = rng.randrange(len(text))
                cell["text"] = text[:i] + rng.choice("01579收入（ ") + text[i + rng.randrange(2):]
            if rng.random() < 0.04:
                cell["status"] = "suspect"
            if rng.random() < 0.02:
                cell["text"] = ""
    split_spans(tables, rng)
    if len(tables) > 1 and rng.random() < 0.5:
        tables.pop(rng.randrange(len(tables)))
    if rng.random() < 0.5:
        tables.append(copy.deepcopy(rng.choice(tables)))
    return document


def split_spans(tables, rng):
    for table in tables:
        for cell in list(table["cells"]):
            if cell["col_span"] > 1 and rng.random() < 0.2:
                table["cells"].append(dict(cell, col=cell["col"] + 1, col_span=cell["col_span"] - 1, text=""))
                cell["col_span"] = 1


def as_truth(document):
    """Tables of crossfoot.tables/1 in the form of a truth file: one part each."""
    return {"tables": [dict(t, id=f"{t['id']}-{i}", page=(t.get("pages") or [None])[0]) for i, t in enumerate(document["tables"])]}


def judged(crossfoot, expected, actual):
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, document in (("expected", expected), ("actual", actual)):
            paths.append(os.path.join(folder, name + ".json"))
            with open(paths[-1], "w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False)
        run = subprocess.run([crossfoot, "compare", *paths, "--format", "json"], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"crossfoot compare ended with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)["summary"]


def main(crossfoot, shared):
    if not os.path.exists(os.path.join(shared, "score", "score.py")):
        print(f"skipped: there is no scorer at {shared}/score/score.py")
        sys.exit(77)
    score = module("score", os.path.join(shared, "score", "score.py"))
    truth_to_tables = module("truth_to_tables", os.path.join(ROOT, "tests", "reconcile", "truth_to_tables.py"))
    corpus = os.path.join(shared, "corpus")
    rng = random.Random(6)
    compared = worst = 0
    for name in sorted(n for n in os.listdir(corpus) if n.endswith("-text.truth.json")):
        truth = json.load(open(os.path.join(corpus, name), encoding="utf-8"))
        tables = list(truth_to_tables.joined(truth))
        for table in tables:  # one page each: the scorer joins the parts of a truth file by itself
            table["parts"] = table["parts"][:1]
            table["pages"] = table["pages"][:1]
        good = {"schema": "crossfoot.tables/1", "source": name, "pages": [], "tables": tables, "text": []}
        actual = damaged(good, rng)
        theirs = score.figures(score.score(as_truth(good), actual, with_teds=True))
        ours = judged(crossfoot, good, actual)
        for key, same in SAME.items():
            worst = max(worst, abs(theirs[key] - ours[same]))
            if abs(theirs[key] - ours[same]) > TOLERANCE:
                sys.exit(f"{name}: {key} is {theirs[key]}, {same} is {ours[same]}")
        compared += 1
    print(f"{compared} documents agree; the largest difference is {worst:.6f}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
