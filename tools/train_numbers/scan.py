"""The scanner, the copier, the fax and the camera, and what page cleaning leaves of a line.

In: ink at 64 px per em (render.py). Out: the gray line image that extract/ hands to a recogniser:
evened paper near white, trimmed to the ink, 0.4 text heights of painted white around it.
"""
import io

import numpy as np
from PIL import Image, ImageChops, ImageFilter

import normalize
from fonts import EM

# What each strength of degradation draws from: dpi, blur in pixels of the scan, gray noise, JPEG.
# LIGHT and MIDDLE are for the evaluation alone; training draws from the other two.
LIGHT = {"dpi": (200, 300, 300, 300, 400), "blur": (0.1, 0.4), "noise": (0, 3), "jpeg": (80, 95), "tilt": 0.2,
         "fade": (0, 30), "fax": 0.0, "bilevel": 0.15, "rules": 0.0, "specks": 0.0, "bleed": 0.0}
MILD = {"dpi": (150, 200, 300, 300, 400), "blur": (0.2, 0.7), "noise": (0, 6), "jpeg": (60, 95), "tilt": 0.4,
        "fade": (0, 60), "fax": 0.0, "bilevel": 0.25, "rules": 0.02, "specks": 0.05, "bleed": 0.05}
MIDDLE = {"dpi": (150, 150, 200, 300, 300), "blur": (0.3, 0.85), "noise": (1.5, 9), "jpeg": (40, 80),
          "tilt": 0.7, "fade": (0, 85), "fax": 0.1, "bilevel": 0.3, "rules": 0.08, "specks": 0.12, "bleed": 0.12}
STRONG = {"dpi": (150, 150, 200, 200, 300), "blur": (0.4, 1.0), "noise": (3, 12), "jpeg": (25, 70), "tilt": 1.0,
          "fade": (0, 110), "fax": 0.2, "bilevel": 0.35, "rules": 0.15, "specks": 0.2, "bleed": 0.2}


def geometry(rng, image, strength):
    """Pixels of the scan: size by dpi and point size, stretched a little, tilted a little."""
    dpi = int(rng.choice(strength["dpi"]))
    points = rng.uniform(7.5, 14) if dpi > 150 else rng.uniform(8.5, 14)
    scale = points * dpi / 72 / EM
    stretch = float(np.clip(rng.normal(1, 0.07), 0.78, 1.22))
    width, height = image.size
    # Slant and tilt at high resolution, where resampling costs no sharpness.
    shear = rng.normal(0, 0.04) if rng.random() < 0.3 else 0
    tilt = np.tan(np.radians(rng.uniform(-strength["tilt"], strength["tilt"])))
    if abs(shear) > 0.01 or abs(tilt) > 0.002:
        image = image.transform(image.size, Image.AFFINE,
                                (1, shear, -shear * height / 2, tilt, 1, -tilt * width / 2), Image.BILINEAR)
    size = max(8, round(width * scale * stretch)), max(8, round(height * scale))
    # Where the pixel grid falls is chance.
    offset = rng.uniform(0, 1 / scale, 2)
    box = (offset[0] - 1, offset[1] - 1, width + offset[0] - 1, height + offset[1] - 1)
    box = (max(0, box[0]), max(0, box[1]), min(width, box[2]), min(height, box[3]))
    return image.resize(size, Image.BOX if scale < 0.6 else Image.BILINEAR, box=box), points * dpi / 72


def bleed_through(rng, ink):
    """The other side of the sheet: mirrored, blurred, faint, moved."""
    other = ink.transpose(Image.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(1.2))
    other = ImageChops.offset(other, int(rng.integers(-40, 40)), int(rng.integers(-8, 9)))
    share = rng.uniform(0.06, 0.25)
    return ImageChops.lighter(ink, other.point(lambda v: v * share))


def smooth_noise(rng, shape, cells):
    coarse = rng.normal(0, 1, (max(2, shape[0] // cells + 2), max(2, shape[1] // cells + 2)))
    return np.asarray(Image.fromarray(coarse.astype(np.float32)).resize((shape[1], shape[0]), Image.BILINEAR))


def gray_scan(rng, ink, strength):
    """Gray levels 0..255, paper light."""
    blur = rng.uniform(*strength["blur"])
    ink = ink.filter(ImageFilter.GaussianBlur(blur))
    values = np.asarray(ink, dtype=np.float32) / 255
    dark = rng.uniform(*strength["fade"])
    values = 255 - (255 - dark) * values
    noise = rng.uniform(*strength["noise"])
    if noise > 0.5:
        values += rng.standard_normal(values.shape, dtype=np.float32) * noise
        values += smooth_noise(rng, values.shape, 6) * noise * 0.7
    return values


def jpeg(rng, values, strength):
    image = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    if rng.random() < 0.6:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=int(rng.integers(*strength["jpeg"])))
        image = Image.open(buffer)
        image.load()
    return np.asarray(image, dtype=np.float32)


def bilevel(rng, values, strength):
    """Threshold that is uneven over the line, then salt and pepper at its strength."""
    # Scanners set it between the ink of the page and its paper.
    ink = np.percentile(values, 0.5)
    middle = ink + (250 - ink) * rng.uniform(0.35, 0.72)
    threshold = middle + smooth_noise(rng, values.shape, 24) * 8
    grain = rng.standard_normal(values.shape, dtype=np.float32) * rng.uniform(2, 18)
    black = values + grain < threshold
    share = rng.uniform(0, 0.003) if strength is STRONG else rng.uniform(0, 0.001)
    black ^= rng.random(values.shape, dtype=np.float32) < share
    return np.where(black, 0.0, 255.0).astype(np.float32)


def fax(rng, ink, strength):
    """204 x 98 dpi: half the rows, thresholded, stretched to square pixels again."""
    width, height = ink.size
    half = ink.resize((width, max(4, height // 2)), Image.BOX)
    values = bilevel(rng, gray_scan(rng, half, dict(strength, blur=(0.1, 0.6), fade=(0, 40))), strength)
    image = Image.fromarray(values.astype(np.uint8))
    how = Image.BICUBIC if rng.random() < 0.7 else Image.NEAREST
    return np.asarray(image.resize((width, height), how), dtype=np.float32)


def trimmed(rng, values, em_px):
    """Cut to the ink, painted white around it, as extract/recognized_text.cpp does."""
    text_height = 0.72 * em_px
    ink = np.percentile(values, 0.5)
    dark = values < ink + (250 - ink) * rng.uniform(0.55, 0.8)
    if not dark.any():
        return None
    y0, y1, x0, x1 = normalize.extent(normalize.solid(dark))
    y0, y1 = max(0, y0 - 1), min(values.shape[0], y1 + 1)
    x0, x1 = max(0, x0 - 1), min(values.shape[1], x1 + 1)
    margin = max(2, round(text_height * rng.uniform(0.32, 0.5)))
    line = np.full((y1 - y0 + 2 * margin, x1 - x0 + 2 * margin), 255, np.uint8)
    line[margin:-margin, margin:-margin] = np.clip(values[y0:y1, x0:x1], 0, 255)
    return line


def scanned(rng, ink, strength):
    """The line image, uint8 rows x columns, or None where nothing is left of it."""
    if rng.random() < strength["bleed"]:
        ink = bleed_through(rng, ink)
    ink, em_px = geometry(rng, ink, strength)
    if rng.random() < strength["fax"]:
        values = fax(rng, ink, strength)
    else:
        values = gray_scan(rng, ink, strength)
        if rng.random() < strength["bilevel"]:
            values = bilevel(rng, values, strength)
        else:
            values = jpeg(rng, values, strength)
        if rng.random() < 0.35:  # the page was deskewed: one more interpolation
            image = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
            shift = rng.uniform(0, 1, 2)
            image = image.transform(image.size, Image.AFFINE, (1, 0, shift[0], 0, 1, shift[1]), Image.BICUBIC,
                                    fillcolor=255)
            values = np.asarray(image, dtype=np.float32)
    return trimmed(rng, values, em_px)
