"""Lines with their texts: endless for training, a fixed set of files for the evaluation.

  make_lines.py shards DIR --count N --seed S     training shards, 2 000 lines each
  make_lines.py eval DIR --count N --seed S       PGM files and truth.tsv, held-out fonts
"""
import argparse
import os

import numpy as np
from PIL import Image

import fonts
import normalize
import render
import scan
import symbols
import texts

LINES_PER_SHARD = 2000
STRIDE = 4  # columns of a view for each column of the network's output
RULE_END = 0.008  # share of the training lines that are no line at all, but an end of a rule


def draw_face(rng, families):
    weights = np.array([w for _, _, w in families], float)
    name, faces, _ = families[rng.choice(len(families), p=weights / weights.sum())]
    return name, faces[rng.integers(len(faces))]


def make(rng, face, text, strength):
    """Line image of `text`, or None when the simulator left nothing."""
    ink, _, _ = render.ink(rng, face, text)
    box = render.glyph_extent(ink)
    if rng.random() < strength["rules"]:
        render.add_rules(rng, ink, box)
    if rng.random() < strength["specks"]:
        render.add_specks(rng, ink, box)
        if rng.random() < 0.5:
            ink = render.add_far_specks(rng, ink)
    return scan.scanned(rng, ink, strength)


def random_line(rng, families):
    """(view, text) for training: strength between mild and strong is drawn per line."""
    while True:
        strength = scan.MILD if rng.random() < 0.4 else scan.STRONG
        if rng.random() < RULE_END:
            text, line = symbols.FOREIGN, scan.scanned(rng, render.rule_end(rng), strength)
        else:
            _, face = draw_face(rng, families)
            text = texts.line(rng, face.is_cjk)
            text = render.widened(rng, face, render.printable(face, text))
            if not text.strip():
                continue
            line = make(rng, face, text, strength)
        if line is None:
            continue
        view = normalize.view(line)
        if view is None or view.shape[1] > 512:
            continue
        return view, text


def write_shards(folder, count, seed):
    families = fonts.training_families()
    os.makedirs(folder, exist_ok=True)
    for shard in range(count):
        rng = np.random.default_rng((seed, shard))
        path = os.path.join(folder, f"lines-{seed}-{shard:05}.npz")
        if os.path.exists(path):
            continue
        views, labels = [], []
        while len(views) < LINES_PER_SHARD:
            view, text = random_line(rng, families)
            label = symbols.encode(text)
            repeats = sum(a == b for a, b in zip(label, label[1:]))
            if not label or len(label) + repeats > view.shape[1] // STRIDE:
                continue  # CTC has no path for it
            views.append((view * 255).round().astype(np.uint8))
            labels.append(label)
        np.savez(path + ".part.npz", pixels=np.concatenate(views, axis=1),
                 widths=np.array([v.shape[1] for v in views], np.int32),
                 labels=np.array([s for l in labels for s in l], np.int32),
                 lengths=np.array([len(l) for l in labels], np.int32))
        os.rename(path + ".part.npz", path)


def write_evaluation(folder, count, seed):
    # A line whose decimal point is not on it has no exact reading to be asked for.
    render.LOST_POINT = 0
    families = fonts.held_out_families()
    for number, name in ((0, "mild"), (1, "strong"), (2, "light"), (3, "middle")):
        strength = getattr(scan, name.upper())
        target = os.path.join(folder, name)
        os.makedirs(target, exist_ok=True)
        rng = np.random.default_rng((seed, number))
        with open(os.path.join(target, "truth.tsv"), "w", encoding="utf-8") as truth:
            made = 0
            while made < count:
                family, face = draw_face(rng, families)
                text = render.printable(face, texts.number_line(rng))
                if not any(c.isdigit() for c in text):
                    continue
                line = make(rng, face, render.widened(rng, face, text), strength)
                if line is None:
                    continue
                Image.fromarray(line).save(os.path.join(target, f"{made:05}.pgm"))
                truth.write(f"{made:05}.pgm\t{symbols.target(text)}\t{family}\n")
                made += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("kind", choices=["shards", "eval"])
    parser.add_argument("folder")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    (write_shards if args.kind == "shards" else write_evaluation)(args.folder, args.count, args.seed)


if __name__ == "__main__":
    main()
