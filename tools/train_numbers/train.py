"""Trains the number reader on shards of make_lines.py and exports it as ONNX.

  train.py SHARDS MODEL.onnx [--from OLD.onnx] [--rate R] [--steps N] [--minutes M] [--validate DIR]

Constant learning rate, then a linear descent over the last third; what is exported is the running
mean of the weights (0.999 per step), which reads better than the weights of any one step. A state
file beside the model lets a stopped run go on. Shards that appear while it runs are used as well.
--from starts at the weights of an earlier model, at a third of the rate, falling from the beginning;
average.py then takes the mean of the two.
--minutes ends the run after that time on the clock if --steps are not reached by then.

A line that was read surely is used again only one time in four: half of all lines are sure after a
few thousand steps, and cost as much as those there is something to learn from.
"""
import argparse
import glob
import os
import time

import numpy as np
import torch
from torch import nn

import model as network
import normalize
import symbols
from make_lines import STRIDE

BATCH = 48
RATE = 3e-3
WARM_UP = 300       # steps
RATE_ON = 1e-3      # with --from
DESCENT = 0.35      # share of the run over which the rate falls to zero
SURE = 0.02         # -log of the probability of a line's text, below which it is read surely
SURE_AGAIN = 0.25   # share of those lines that are used again
MEAN = 0.999        # of the running mean, per step
POOL = 6            # shards mixed with one another
REPORT = 200        # steps


def lines_of(path):
    data = np.load(path)
    ends, label_ends = np.cumsum(data["widths"]), np.cumsum(data["lengths"])
    pixels, labels = data["pixels"], data["labels"]
    for end, width, label_end, length in zip(ends, data["widths"], label_ends, data["lengths"]):
        yield pixels[:, end - width:end], labels[label_end - length:label_end]


def batches(folder, rng):
    """Endless (images float N x 1 x 32 x W, labels, lengths, told): lines of like width in one batch;
    `told` wants the losses of the batch's lines."""
    seen, sure = {}, set()  # path -> how often; (path, index) of lines
    while True:
        paths = sorted(glob.glob(os.path.join(folder, "*.npz")))
        paths = [p for p in paths if not p.endswith(".part.npz")]
        if not paths:
            time.sleep(5)
            continue
        # Shards that were used least come first, in random order.
        chosen = sorted(paths, key=lambda p: (seen.get(p, 0), rng.random()))[:POOL]
        lines = []
        for path in chosen:
            seen[path] = seen.get(path, 0) + 1
            for i, (pixels, label) in enumerate(lines_of(path)):
                if (path, i) not in sure or rng.random() < SURE_AGAIN:
                    lines.append((pixels, label, (path, i)))
        widths = np.array([pixels.shape[1] for pixels, _, _ in lines])
        order = np.argsort(widths + rng.uniform(0, 8, len(widths)))
        groups = [order[i:i + BATCH] for i in range(0, len(order) - BATCH + 1, BATCH)]
        for group in rng.permutation(len(groups)):
            group = [lines[i] for i in groups[group]]

            def told(losses, group=group):
                for (_, _, key), loss in zip(group, losses):
                    (sure.add if loss < SURE else sure.discard)(key)

            yield *batch(group, rng), told


def batch(lines, rng):
    """Padded with paper, and changed a little, so that a line seen twice is not the same twice."""
    left = rng.integers(0, STRIDE, len(lines))
    width = max(pixels.shape[1] + int(l) for (pixels, _, _), l in zip(lines, left))
    width = -(-width // STRIDE) * STRIDE + STRIDE * int(rng.integers(0, 16) ** 2 // 16)
    images = np.zeros((len(lines), 1, normalize.ROWS, width), np.float32)
    for image, (pixels, _, _), l in zip(images, lines, left):
        image[0, :, l:l + pixels.shape[1]] = pixels
    images /= 255
    gamma = rng.uniform(0.7, 1.4, (len(lines), 1, 1, 1)).astype(np.float32)
    images = images ** gamma * rng.uniform(0.8, 1.1, (len(lines), 1, 1, 1)).astype(np.float32)
    noisy = rng.random((len(lines), 1, 1, 1)) < 0.3
    images += noisy * rng.standard_normal(images.shape, dtype=np.float32) * 0.04
    images = np.roll(images, int(rng.integers(-1, 2)), axis=2)
    labels = [label for _, label, _ in lines]
    return (torch.from_numpy(np.clip(images, 0, 1)), torch.from_numpy(np.concatenate(labels)).long(),
            torch.tensor([len(label) for label in labels]))


def rate_at(step, done, peak, descent):
    """`done` of 1 of the run lies behind this step."""
    return peak * min(1.0, (step + 1) / WARM_UP, max(0.0, (1 - done) / descent))


def greedy(logits):
    """Best class per column, repeats and blanks dropped: one string per line."""
    texts = []
    for row in logits[:, :, 0].argmax(1).numpy():
        kept = [c for c, before in zip(row, np.concatenate([[-1], row[:-1]])) if c != before and c]
        texts.append("".join(symbols.SYMBOLS[c - 1] for c in kept))
    return texts


def validate(model, folder):
    """Share of lines read exactly, over the PGM files and truth.tsv of make_lines.py eval."""
    from PIL import Image
    model.eval()
    right = total = 0
    with open(os.path.join(folder, "truth.tsv"), encoding="utf-8") as truth, torch.no_grad():
        for row in truth:
            name, text, _ = row.rstrip("\n").split("\t")
            view = normalize.view(np.asarray(Image.open(os.path.join(folder, name))))
            if view is not None:
                view = np.pad(view, ((0, 0), (0, -view.shape[1] % STRIDE))).astype(np.float32)
                right += greedy(model(torch.from_numpy(view)[None, None]))[0] == text
            total += 1
    return right / total


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("shards")
    parser.add_argument("onnx")
    parser.add_argument("--from", dest="start", help="model to train on from")
    parser.add_argument("--rate", type=float, help=f"at its highest (default: {RATE}, with --from {RATE_ON})")
    parser.add_argument("--steps", type=int, default=30000)
    parser.add_argument("--minutes", type=float, default=1e9, help="of the clock, earlier runs included")
    parser.add_argument("--validate", action="append", default=[])
    parser.add_argument("--every", type=int, default=2000, help="steps between exports")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    model, mean = network.Reader(), network.Reader()
    peak, descent = RATE, DESCENT
    if args.start:
        network.load(model, args.start, next(batches(args.shards, rng))[0])
        peak, descent = RATE_ON, 1
    peak = args.rate or peak
    mean.load_state_dict(model.state_dict())
    optimizer = torch.optim.AdamW(model.parameters(), lr=peak, weight_decay=1e-3)
    step, spent, state_path = 0, 0.0, args.onnx + ".state"
    if os.path.exists(state_path):
        state = torch.load(state_path)
        model.load_state_dict(state["model"])
        mean.load_state_dict(state["mean"])
        optimizer.load_state_dict(state["optimizer"])
        step, spent = state["step"], state["seconds"]
        rng = np.random.default_rng((args.seed, step))
    loss_of = nn.CTCLoss(blank=symbols.BLANK, zero_infinity=True, reduction="none")
    print(f"{network.parameters(model)} parameters, from step {step}", flush=True)
    total, begun, done = 0.0, time.time() - spent, 0.0
    for images, labels, lengths, told in batches(args.shards, rng):
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, done, peak, descent)
        model.train()
        scores = model(images)[:, :, 0].permute(2, 0, 1).log_softmax(2)
        columns = torch.full((len(images),), scores.shape[0], dtype=torch.long)
        losses = loss_of(scores, labels, columns, lengths)
        told(losses.tolist())
        loss = (losses / lengths).mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        step += 1
        done = max(step / args.steps, (time.time() - begun) / 60 / args.minutes)
        keep = min(MEAN, step / (step + 10))
        with torch.no_grad():
            for averaged, current in zip(mean.state_dict().values(), model.state_dict().values()):
                if averaged.dtype.is_floating_point:
                    averaged.mul_(keep).add_(current, alpha=1 - keep)
        total += loss.item()
        if step % REPORT == 0:
            print(f"step {step} loss {total / REPORT:.4f} {time.time() - begun:.0f} s", flush=True)
            total = 0.0
        if step % args.every == 0 or done >= 1:
            network.export(mean, args.onnx + ".part")
            os.replace(args.onnx + ".part", args.onnx)
            torch.save({"model": model.state_dict(), "mean": mean.state_dict(),
                        "optimizer": optimizer.state_dict(), "step": step, "seconds": time.time() - begun},
                       state_path)
            for folder in args.validate:
                print(f"step {step} {os.path.basename(folder)} {validate(mean, folder):.4f}", flush=True)


if __name__ == "__main__":
    main()
