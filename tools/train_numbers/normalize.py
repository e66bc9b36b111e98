"""The network's view of a line image: 32 rows, ink 1 on paper 0. The same as ocr/line_view.cpp."""
import numpy as np
from PIL import Image

ROWS = 32      # of the network's input
INK_ROWS = 24  # height of the ink in it; the rest is paper above and below
PAD = 4        # columns of paper left and right
FAINT = 0.35   # of the contrast: hair-line dashes are no darker, grain and bleed-through are lighter


def levels(line):
    """(ink, paper) gray levels: the darkest 0.5 % and the median."""
    ordered = np.sort(line, axis=None)
    return float(ordered[int(0.005 * (len(ordered) - 1))]), float(ordered[(len(ordered) - 1) // 2])


def extent(dark):
    """(y0, y1, x0, x1) of the ink. Pixels with fewer than two dark neighbours are specks, or the end of
    a hair line, which is one pixel longer than it seems."""
    padded = np.pad(dark, 1).astype(np.uint8)
    rows, columns = dark.shape
    neighbours = sum(padded[1 + dy:1 + dy + rows, 1 + dx:1 + dx + columns]
                     for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
    solid = dark & (neighbours >= 2)
    if not solid.any():
        solid = dark
    ys, xs = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    return ys[0], ys[-1] + 1, xs[0], xs[-1] + 1


def view(line):
    """uint8 line -> float32 ROWS x columns, 0 paper .. 1 ink; None where there is no ink."""
    ink, paper = levels(line)
    if paper - ink < 40:  # gray levels; fainter than any print
        return None
    dark = line < paper - FAINT * (paper - ink)
    y0, y1, x0, x1 = extent(dark)
    # A dash alone is flat: its scale is that of the margin, 0.4 text heights on either side.
    unit = max(y1 - y0, (line.shape[0] - (y1 - y0)) / 0.8 * 0.85)
    scale = INK_ROWS / unit
    columns_out = max(1, round((x1 - x0) * scale)) + 2 * PAD
    # Source rectangle that fills ROWS x columns_out around the centre of the ink.
    half_h, half_w = ROWS / 2 / scale, columns_out / 2 / scale
    cy, cx = (y0 + y1) / 2, (x0 + x1) / 2
    margin = int(np.ceil(max(0, half_h - cy, cy + half_h - line.shape[0],
                             half_w - cx, cx + half_w - line.shape[1]))) + 1
    padded = np.full((line.shape[0] + 2 * margin, line.shape[1] + 2 * margin), paper, np.float32)
    padded[margin:-margin, margin:-margin] = line
    box = (cx - half_w + margin, cy - half_h + margin, cx + half_w + margin, cy + half_h + margin)
    small = Image.fromarray(padded).resize((columns_out, ROWS), Image.BILINEAR, box=box)
    return np.clip((paper - np.asarray(small)) / (paper - ink), 0, 1)
