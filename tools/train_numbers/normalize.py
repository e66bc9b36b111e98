"""The network's view of a line image: 32 rows, ink 1 on paper 0. The same as ocr/line_view.cpp."""
import numpy as np
from PIL import Image
from scipy import ndimage

ROWS = 32      # of the network's input
INK_ROWS = 24  # height of the ink in it; the rest is paper above and below
PAD = 4        # columns of paper left and right
FAINT = 0.25   # of the contrast: hair-line dashes are no darker, bleed-through is mostly lighter

# Of the tallest piece of ink: what is as tall is text; what is not even that long is small; how far
# above or below the text large pieces belong to it, and how far beside it small ones.
TALL, SMALL, NEAR_ROWS, NEAR_COLUMNS = 0.5, 0.25, 0.25, 0.5
FEWEST_DIGITS = 2  # pieces as high as one another and upright are no dash


def levels(line):
    """(ink, paper) gray levels: the darkest 0.5 % and the median."""
    ordered = np.sort(line, axis=None)
    return float(ordered[int(0.005 * (len(ordered) - 1))]), float(ordered[(len(ordered) - 1) // 2])


def solid(dark):
    """Ink without single pixels: those with fewer than two dark neighbours are grain, or the end of a
    hair line, which is one pixel longer than it seems. Where there are only such pixels they stay."""
    padded = np.pad(dark, 1).astype(np.uint8)
    rows, columns = dark.shape
    neighbours = sum(padded[1 + dy:1 + dy + rows, 1 + dx:1 + dx + columns]
                     for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)
    kept = dark & (neighbours >= 2)
    return kept if kept.any() else dark


def extent(ink):
    """(y0, y1, x0, x1) of all ink."""
    ys, xs = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    return ys[0], ys[-1] + 1, xs[0], xs[-1] + 1


def text_extent(ink):
    """(y0, y1, x0, x1) of the print, and how many of its tall pieces are higher than wide.

    Dirt above, below and far beside the print does not make it small.

    Pieces of ink at least half as tall as the tallest are text. Other large ones (a hyphen, a broken
    stroke) belong to it unless they stand off above or below; small ones (points, commas, specks)
    only where they overlap it in height and are near. See ocr/line_view.cpp.
    """
    pieces, _ = ndimage.label(ink, np.ones((3, 3), int))
    boxes = np.array([(y.start, y.stop, x.start, x.stop) for y, x in ndimage.find_objects(pieces)])
    y0, y1, x0, x1 = boxes.T
    tallest = (y1 - y0).max()
    text = y1 - y0 >= TALL * tallest
    upright = (text & (y1 - y0 > x1 - x0)).sum()
    large = np.maximum(y1 - y0, x1 - x0) >= SMALL * tallest
    top, bottom = y0[text].min(), y1[text].max()
    text |= large & (y0 <= bottom + NEAR_ROWS * tallest) & (y1 >= top - NEAR_ROWS * tallest)
    top, bottom = y0[text].min(), y1[text].max()
    left, right = x0[text].min(), x1[text].max()
    near = NEAR_COLUMNS * tallest
    text |= (y0 < bottom) & (y1 > top) & (x0 <= right + near) & (x1 >= left - near)
    return (y0[text].min(), y1[text].max(), x0[text].min(), x1[text].max()), upright


def view(line):
    """uint8 line -> float32 ROWS x columns, 0 paper .. 1 ink; None where there is no ink."""
    ink, paper = levels(line)
    if paper - ink < 40:  # gray levels; fainter than any print
        return None
    dark = line < paper - FAINT * (paper - ink)
    dark = solid(dark)
    (y0, y1, x0, x1), upright = text_extent(dark)
    top, bottom, _, _ = extent(dark)
    # A dash alone is flat: its scale is that of the margin, 0.4 text heights on either side.
    unit = y1 - y0
    if upright < FEWEST_DIGITS:
        unit = max(unit, (line.shape[0] - (bottom - top)) / 0.8 * 0.85)
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
