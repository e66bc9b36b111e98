"""Seeds for the fuzz targets, small and made from testdata/ and nothing.

    make_seeds.py TESTDATA OUT      writes OUT/TARGET/NAME

check, compare and layout take their bytes as choices, so that any bytes are a seed.
"""
import hashlib
import json
import pathlib
import struct
import sys
import zlib

testdata, out = map(pathlib.Path, sys.argv[1:])


def seed(target, name, data):
    folder = out / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())


def noise(size, key):
    """The same bytes on every machine."""
    blocks = (hashlib.sha256(f'{key} {i}'.encode()).digest() for i in range(size // 32 + 1))
    return b''.join(blocks)[:size]


# ---- amounts, rules, corrections, tables

for i, text in enumerate(['394,168,149.93', '（１，２３４.50）', '△3', '-£(3)', '12.5%', '￥-0.10', '—']):
    seed('amount', str(i), text)

seed('rules', 'sums', '''# comment
[[rule]]
name = "balance"
check = "[支出总表 | 合计 | 合计] = [支出总表 | 208 | 合计] + [ | 卫生健康 | ]"
[[rule]]
name = 'share \\t'
check = "[ | 合计 | 基本支出] ≈ 100 * ([ | 208 | 合计] - [ | 210 | ]) / [ | 合计 | ]"
''')
seed('rules', 'bound', '[[rule]]\nname="a\\"b"\ncheck="[ | 208 | 合计] <= [ | 合计 | ]"\n')

seed('corrections', 'two', json.dumps({
    'schema': 'crossfoot.corrections/1', 'source': 'a.pdf', 'corrections': [
        {'table': 't1', 'row': 1, 'col': 2, 'was': '60.00', 'text': '61.00'},
        {'table': 't1', 'row': 2, 'col': 3, 'text': ''}]}))

ROWS = 5  # of each table that a seed keeps; whole ones are too long to be mutated well
for path in sorted(testdata.glob('*.known-good.json')):
    document = json.loads(path.read_text())
    for n, table in enumerate(document['tables']):
        if any(c['row'] < ROWS < c['row'] + c['row_span'] for c in table['cells']):
            continue
        rows = min(ROWS, table['n_rows'])
        part = dict(table['parts'][0], n_rows=rows)
        cut = dict(table, n_rows=rows, header_rows=min(rows, table['header_rows']), parts=[part],
                   cells=[c for c in table['cells'] if c['row'] < rows])
        seed('tables_json', f'{path.stem}-{n}',
             json.dumps({'schema': document['schema'], 'pages': document['pages'][:1],
                         'tables': [cut], 'text': document.get('text', [])[:1]},
                        ensure_ascii=False))

for target in ['check', 'compare', 'layout']:
    for size in [64, 512, 4096]:
        seed(target, f'noise-{size}', noise(size, target))


# ---- documents

def pdf(pages, image):
    """A PDF of [(entries of the page, content)], /Im1 being (dictionary, bytes)."""
    kids = ' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))
    objects = [b'<</Type/Catalog/Pages 2 0 R>>',
               f'<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 200 100]'
               '/Resources<</Font<</F1 4 0 R>>/XObject<</Im1 3 0 R>>>>>>'.encode(),
               b'<</Type/XObject/Subtype/Image' + image[0].encode()
               + f'/Length {len(image[1])}>>stream\n'.encode() + image[1] + b'\nendstream',
               b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
    for i, (entries, content) in enumerate(pages):
        objects.append(f'<</Type/Page/Parent 2 0 R/Contents {6 + 2 * i} 0 R{entries}>>'.encode())
        objects.append(f'<</Length {len(content)}>>stream\n{content}\nendstream'.encode())
    data, places = b'%PDF-1.4\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f'{number} 0 obj\n'.encode() + body + b'\nendobj\n'
    table = ''.join(f'{place:010} 00000 n \n' for place in places)
    return data + (f'xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}'
                   f'trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n'
                   f'startxref\n{len(data)}\n%%EOF\n').encode()


def image(entries, data):
    return '/Width 20/Height 10/BitsPerComponent ' + entries, data


whole = '200 0 0 100 0 0 cm/Im1 Do'
words = 'BT/F1 9 Tf 10 80 Td(Total 1,234.50)Tj 0 -12 Td(10.00)Tj ET 5 5 m 190 5 l 190 95 l S'
gray, bits = noise(200, 'gray'), noise(30, 'bits')
seed('document', 'text.pdf', pdf([('', words), ('/Rotate 90', words)], image('8/ColorSpace/DeviceGray', gray)))
seed('document', 'scan.pdf', pdf([('', whole), ('/Rotate 270/CropBox[10 10 90 90]', whole)],
                                 image('8/ColorSpace/DeviceGray', gray)))
seed('document', 'flate.pdf', pdf([('', 'q ' + whole + ' Q')],
                                  image('1/ColorSpace/DeviceGray/Decode[1 0]/Filter/FlateDecode', zlib.compress(bits))))
seed('document', 'rgb.pdf', pdf([('', whole)], image('8/ColorSpace/DeviceRGB', noise(600, 'rgb'))))
seed('document', 'fax.pdf', pdf([('', whole)],
                                image('1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 20/Rows 10>>', bits)))


def png():
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    lines = b''.join(b'\0' + gray[20 * y:20 * y + 20] for y in range(10))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 20, 10, 8, 0, 0, 0, 0))
            + chunk(b'pHYs', struct.pack('>IIB', 3937, 3937, 1)) + chunk(b'IDAT', zlib.compress(lines))
            + chunk(b'IEND', b''))


def tiff():
    """Two pages of the same uncompressed gray strip."""
    def directory(at, following):
        tags = [(256, 20), (257, 10), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1), (278, 10),
                (279, 200)]
        return struct.pack('<H', len(tags)) + b''.join(
            struct.pack('<HHII', tag, 4, 1, value) for tag, value in tags) + struct.pack('<I', following)
    size = len(directory(0, 0))
    return b'II*\0' + struct.pack('<I', 208) + gray + directory(208, 208 + size) + directory(208 + size, 0)


seed('document', 'gray.png', png())
seed('document', 'pages.tiff', tiff())
seed('document', 'gray.pgm', b'P5 20 10 255\n' + gray)
seed('document', 'encrypted.pdf', (testdata / 'encrypted.pdf').read_bytes())
