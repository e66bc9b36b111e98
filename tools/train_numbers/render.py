"""A line as the printer puts it on paper: ink 0..255 at 64 pixels per em, before any scanning."""
import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from fonts import EM

LOST_POINT = 0.03  # share of the lines with points

WIDE = {c: chr(0xFF10 + int(c)) for c in "0123456789"}
WIDE.update({",": "，", ".": "．", "-": "－", "(": "（", ")": "）", "%": "％", "¥": "￥"})


def printable(face, text):
    """`text` with the signs the face lacks replaced by ones it has, keeping what it says."""
    for sign, instead in (("—", "-"), ("¥", "$"), ("£", "$"), ("€", "$"), ("≥", ">"), ("≤", "<"),
                          ("△", "-"), ("$", ""), (">", ""), ("<", ""), ("=", ""), ("+", ""), ("%", ""),
                          ("/", "-")):
        if sign in text and sign not in face.can:
            text = text.replace(sign, instead)
    return text


def widened(rng, face, text):
    """Some or all punctuation, rarely the digits too, as full-width forms, as Chinese typing has it."""
    if not face.is_cjk or rng.random() > 0.12:
        return text
    wide_digits = rng.random() < 0.4
    return "".join(
        WIDE[c] if c in WIDE and WIDE[c] in face.can and (not c.isdigit() or wide_digits) else c
        for c in text)


def ink(rng, face, text):
    """Pillow image, L: 255 full ink; 0.6 em of paper around the text. Returns also the em box's top
    and the width of the text, for rules and specks to be placed by."""
    pad = int(0.6 * EM)
    spacing = rng.normal(0, 0.03) * EM if rng.random() < 0.35 else 0
    length = face.font.getlength(text) + max(0, spacing) * len(text)
    image = Image.new("L", (int(length) + 2 * pad + 8, int(1.4 * EM) + 2 * pad), 0)
    draw = ImageDraw.Draw(image)
    # A decimal point that the scanner or the cleaning lost: its place is still there. Only before one
    # or two decimals: a gap before three digits is a blank between thousands.
    lost = rng.random() < LOST_POINT and "." in text[-3:-1]
    if spacing or lost:
        x = float(pad)
        for char in text:
            if not (lost and char == "."):
                draw.text((x, pad), char, 255, font=face.font)
            x += face.font.getlength(char) + spacing
        length = x - pad
    else:
        draw.text((pad, pad), text, 255, font=face.font)
    weight = rng.random()
    if weight < 0.12:  # bold by smearing, as cheap printers and copies do
        image = image.filter(ImageFilter.MaxFilter(3))
    elif weight < 0.16:
        image = image.filter(ImageFilter.MaxFilter(5))
    elif weight < 0.22:
        image = image.filter(ImageFilter.MinFilter(3))
    if rng.random() < 0.08:  # toner that did not hold: strokes with holes
        image = ImageChops.multiply(image, holes(rng, image.size))
    return image, pad, length


def holes(rng, size):
    coarse = rng.random((max(2, size[1] // 5), max(2, size[0] // 5)))
    share = rng.uniform(0.02, 0.10)
    mask = Image.fromarray(np.where(coarse < share, 0, 255).astype(np.uint8))
    return mask.resize(size, Image.BILINEAR).point(lambda v: min(255, v * 2))


def glyph_extent(image):
    box = image.getbbox()
    return box if box else (0, 0, image.width, image.height)


def add_rules(rng, image, box):
    """Underlines that touch digits, remnants of cell rules at the sides, seal arcs, strike remnants."""
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = box
    level = int(rng.integers(140, 256))
    kind = rng.random()
    thick = int(rng.integers(2, 5))
    if kind < 0.35:  # underline over a part of the line; touches where the gap is small
        y = bottom + int(rng.integers(-3, 9))
        begin = rng.uniform(left - 8, right)
        end = begin + rng.uniform(0.1, 1.0) * (right - left)
        draw.line((begin, y, min(end, right + 12), y + rng.normal(0, 1)), level, thick)
    elif kind < 0.5:  # the same above
        y = top - int(rng.integers(0, 9))
        begin = rng.uniform(left - 8, right)
        draw.line((begin, y, begin + rng.uniform(0.1, 0.6) * (right - left), y), level, thick)
    elif kind < 0.9:  # a piece of a vertical rule beside the number, close to it
        side = left - rng.uniform(8, 34) if rng.random() < 0.5 else right + rng.uniform(8, 34)
        height = rng.uniform(0.04, 0.45) * EM
        y = rng.uniform(top - 6, max(top, bottom + 6 - height))
        draw.line((side, y, side + rng.normal(0, 1), y + height), level, thick)
    elif kind < 0.94:  # a rule that ran through the line was erased, and the ink under it with it
        y = rng.uniform(bottom - 0.2 * (bottom - top), bottom) if rng.random() < 0.6 else rng.uniform(top, bottom)
        draw.line((left - 8, y, right + 8, y + rng.normal(0, 2)), 0, int(rng.integers(2, 5)))
    else:  # an arc of a seal that was not wholly dropped
        r = rng.uniform(2, 5) * EM
        x, y = rng.uniform(left, right), rng.uniform(top, bottom) + r * (1 if rng.random() < 0.5 else -1)
        draw.arc((x - r, y - r, x + r, y + r), 0, 360, int(rng.integers(30, 130)), int(rng.integers(3, 9)))


def rule_end(rng):
    """A piece of a vertical rule alone in its cell, whole or of halftone dots, single or double, some
    with a corner: ink as of `ink`, and no number, however much it looks like a 1."""
    height, thick = rng.uniform(0.4, 2.0) * EM, int(rng.integers(2, 7))
    image = Image.new("L", (2 * EM, int(height) + EM), 0)
    draw = ImageDraw.Draw(image)
    level, top, lean = int(rng.integers(150, 256)), EM // 2, rng.normal(0, 1.5)
    dotted = rng.random() < 0.4
    pitch = thick * rng.uniform(1.3, 2.5)  # centre to centre; near 1.3 scanning joins the dots
    for x in (EM, EM + thick * rng.uniform(1.8, 3)) if rng.random() < 0.15 else (EM,):
        if not dotted:
            draw.line((x, top, x + lean, top + height), level, thick)
            continue
        for y in np.arange(0, height, pitch):
            at, half = x + lean * y / height, thick / 2
            draw.ellipse((at - half, top + y - half, at + half, top + y + half), level)
    if rng.random() < 0.2:  # never to the left at the top: that is how a 1 is printed
        at_top = rng.random() < 0.5
        side = rng.uniform(0.1, 0.6) * EM * (1 if at_top or rng.random() < 0.5 else -1)
        y = top if at_top else top + height
        draw.line((EM, y, EM + side, y), level, thick)
    return image


def add_specks(rng, image, box):
    """Specks shaped like points and commas. Those on the base line between digits are smaller than
    any printed point, else the truth would be a lie; larger ones lie where no point can be."""
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = box
    for _ in range(int(rng.integers(1, 5))):
        x = rng.uniform(left - 10, right + 10)
        level = int(rng.integers(90, 256))
        if rng.random() < 0.5:
            r = rng.uniform(0.5, 2.2)  # a point of a typical face has a radius of 3 to 4
            y = rng.uniform(top - 6, bottom + 6)
        else:
            r = rng.uniform(1.5, 4.0)
            y = rng.uniform(top - 10, top + 0.5 * (bottom - top))
        draw.ellipse((x - r, y - r, x + r, y + r * rng.uniform(0.8, 1.8)), level)


def add_far_specks(rng, image):
    """Dirt in the cell, far enough from the number to be no part of it: a wider image with specks and
    ends of rules at its sides."""
    left, right = (rng.uniform(0, 3.5, 2) * EM).astype(int)
    if rng.random() < 0.7:
        left, right = (left, 0) if rng.random() < 0.5 else (0, right)
    wide = Image.new("L", (image.width + int(left + right), image.height), 0)
    wide.paste(image, (int(left), 0))
    draw = ImageDraw.Draw(wide)
    box = glyph_extent(wide)
    for begin, end in ((0, box[0] - 0.45 * EM), (box[2] + 0.45 * EM, wide.width)):
        if end - begin < 8:
            continue
        for _ in range(int(rng.integers(1, 3))):
            x, y = rng.uniform(begin, end), rng.uniform(box[1] - 8, box[3] + 8)
            r, tall = rng.uniform(1.5, 5.0), rng.uniform(0.7, 2.2)
            draw.ellipse((x - r, y - r * tall, x + r, y + r * tall), int(rng.integers(140, 256)))
    return wide
