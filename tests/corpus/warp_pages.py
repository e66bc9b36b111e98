#!/usr/bin/env python3
"""Pages of a scan as a camera or an open book shows them, for scoring against the scan's own truth.

    tests/corpus/warp_pages.py SCAN.pdf WARPED.pdf [--perspective 0.04] [--curl 0.03] [--tilt 5]
        [--turn 90] [--rotate 90] [--pages 3-4] [--dpi 150] [--seed 1]

Each page must be one image, or strips of one, top to bottom. --perspective moves each corner by up to this part of the page's width;
--curl bends the page along an upright margin, as paper does that goes into the fold of a book, and
looks at it from a point over the page: lines are displaced by up to this part of the page's height;
--tilt turns by up to so many degrees. All are drawn at random, by the seed and the page's number.
--turn turns the pixels clockwise, --rotate writes /Rotate, both without loss; --dpi resamples (two
numbers: x and y, as 204x98). Text and figures stay where the truth lists them; boxes do not.
"""
import argparse
import io
import math
import pathlib
import subprocess
import sys
import tempfile
import zlib

import numpy as np
from PIL import Image
from scipy.ndimage import map_coordinates


def curl_source(x, y, width, height, most, draw):
    """Where on the flat page the points of the bent page come from.

    The paper sinks into a fold at one margin: depth(x) = deepest * exp(-x / reach) away from the
    camera, a point above the page at `distance`. Columns shift towards the camera's own, the same
    for all rows, so that they can be inverted by themselves; rows shift by the depth of their
    column.
    """
    reach = draw.uniform(0.12, 0.25) * width
    distance = 2.0 * height
    camera_x, camera_y = 0.5 * width, draw.uniform(0.2, 0.8) * height
    at_left = draw.random() < 0.5
    # The farthest row moves by (1 - 1 / (1 + depth / distance)) of its distance to the camera's.
    farthest = max(camera_y, height - camera_y)
    share = most * draw.uniform(0.7, 1.0) * height / farthest
    deepest = distance * share / (1 - share)

    def depth(flat_x):
        return deepest * np.exp(-(flat_x if at_left else width - flat_x) / reach)

    flat = np.linspace(-0.05 * width, 1.05 * width, 4000)
    bent = camera_x + (flat - camera_x) * distance / (distance + depth(flat))
    source_x = np.interp(x, bent, flat)
    return source_x, camera_y + (y - camera_y) * (distance + depth(source_x)) / distance


def projective(corners, width, height):
    """The 3 x 3 matrix that takes the corners back to those of the page, clockwise from top left."""
    flat = [(0, 0), (width, 0), (width, height), (0, height)]
    rows, right = [], []
    for (x, y), (u, v) in zip(corners, flat):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return np.append(np.linalg.solve(np.array(rows), np.array(right)), 1).reshape(3, 3)


def warped(image, options, draw):
    height, width = image.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float64)
    if options.tilt:
        angle = math.radians(options.tilt if options.tilt_exact
                             else draw.uniform(-options.tilt, options.tilt))
        cx, cy = width / 2, height / 2
        x, y = (cx + (x - cx) * math.cos(angle) - (y - cy) * math.sin(angle),
                cy + (x - cx) * math.sin(angle) + (y - cy) * math.cos(angle))
    if options.perspective:
        # Inwards, so that nothing leaves the picture.
        move = draw.uniform(0, options.perspective * width, (4, 2))
        move *= [[1, 1], [-1, 1], [-1, -1], [1, -1]]
        corners = np.array([(0, 0), (width, 0), (width, height), (0, height)]) + move
        m = projective(corners, width, height)
        w = m[2, 0] * x + m[2, 1] * y + m[2, 2]
        x, y = ((m[0, 0] * x + m[0, 1] * y + m[0, 2]) / w,
                (m[1, 0] * x + m[1, 1] * y + m[1, 2]) / w)
    if options.curl:
        x, y = curl_source(x, y, width, height, options.curl, draw)
    if not (options.tilt or options.perspective or options.curl):
        return image
    # What lies around a page is dark where its edge is.
    flat = map_coordinates(image.astype(np.float32), [y, x], order=1, mode='nearest')
    return np.clip(flat, 0, 255).astype(np.uint8)


def page_images(pdf, first, last):
    with tempfile.TemporaryDirectory() as folder:
        span = (['-f', str(first)] if first else []) + (['-l', str(last)] if last else [])
        subprocess.run(['pdfimages', *span, pdf, f'{folder}/page'], check=True)
        listed = subprocess.run(['pdfimages', '-list', *span, pdf], check=True,
                                capture_output=True, text=True).stdout.splitlines()[2:]
        files = sorted(pathlib.Path(folder).glob('page*.p?m'))
        pages = {}
        for line, file in zip(listed, files, strict=True):
            cells = line.split()
            strips, _ = pages.setdefault(int(cells[0]), ([], (int(cells[12]), int(cells[13]))))
            strips.append(np.asarray(Image.open(file).convert('RGB')))
        for number, (strips, dpi) in pages.items():
            yield number, Image.fromarray(np.vstack(strips)), dpi


def write_pdf(pages, path, rotate, lossless):
    """One image on each page: a JPEG, or without loss, as also where it is black and white."""
    objects = [b'<</Type/Catalog/Pages 2 0 R>>', None]
    kids = []
    for image, (dpi_x, dpi_y) in pages:
        width, height = image.size[0] * 72 / dpi_x, image.size[1] * 72 / dpi_y
        colours = image.getcolors(2)
        if lossless or colours:
            coding, data = 'Flate', zlib.compress(image.tobytes())
        else:
            coding, jpeg = 'DCT', io.BytesIO()
            image.save(jpeg, 'JPEG', quality=80)
            data = jpeg.getvalue()
        content = f'{width:.2f} 0 0 {height:.2f} 0 0 cm /I Do'.encode()
        n = len(objects) + 1
        kids.append(f'{n} 0 R')
        objects.append(f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]'
                       f'/Rotate {rotate}/Resources<</XObject<</I {n + 1} 0 R>>>>'
                       f'/Contents {n + 2} 0 R>>'.encode())
        space = 'DeviceGray' if image.mode == 'L' else 'DeviceRGB'
        objects.append(f'<</Type/XObject/Subtype/Image/Width {image.size[0]}/Height '
                       f'{image.size[1]}/ColorSpace/{space}/BitsPerComponent 8/Filter'
                       f'/{coding}Decode/Length {len(data)}>>stream\n'.encode() + data + b'\nendstream')
        objects.append(f'<</Length {len(content)}>>stream\n'.encode() + content + b'\nendstream')
    objects[1] = f'<</Type/Pages/Count {len(kids)}/Kids[{" ".join(kids)}]>>'.encode()
    out, places = bytearray(b'%PDF-1.4\n'), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f'{number} 0 obj\n'.encode() + body + b'\nendobj\n'
    start = len(out)
    out += f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n'.encode()
    out += b''.join(f'{place:010} 00000 n \n'.encode() for place in places)
    out += f'trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n'.encode()
    pathlib.Path(path).write_bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('scan')
    parser.add_argument('warped')
    parser.add_argument('--perspective', type=float, default=0)
    parser.add_argument('--curl', type=float, default=0)
    parser.add_argument('--tilt', type=float, default=0)
    parser.add_argument('--tilt-exact', action='store_true', help='by --tilt degrees, not up to')
    parser.add_argument('--turn', type=int, default=0, choices=[0, 90, 180, 270])
    parser.add_argument('--rotate', type=int, default=0, choices=[0, 90, 180, 270])
    parser.add_argument('--dpi', type=float, nargs='+')
    parser.add_argument('--pages', help='FIRST-LAST')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    first, last = (map(int, options.pages.split('-')) if options.pages else (None, None))
    bent = options.tilt or options.perspective or options.curl or options.dpi
    pages = []
    for number, image, dpi in page_images(options.scan, first, last):
        draw = np.random.default_rng([options.seed, number])
        if bent:
            image = Image.fromarray(warped(np.asarray(image.convert('L')), options, draw))
        if options.turn:
            image = image.transpose({90: Image.ROTATE_270, 180: Image.ROTATE_180,
                                     270: Image.ROTATE_90}[options.turn])
            dpi = dpi if options.turn == 180 else (dpi[1], dpi[0])
        if options.dpi:
            new = (options.dpi[0], options.dpi[-1])
            size = [round(n * b / a) for n, a, b in zip(image.size, dpi, new)]
            image, dpi = image.resize(size, Image.LANCZOS), new
        pages.append((image, dpi))
    write_pdf(pages, options.warped, options.rotate, lossless=not bent)


if __name__ == '__main__':
    sys.exit(main())
