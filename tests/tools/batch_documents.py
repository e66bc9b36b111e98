"""Small born-digital documents for the tests of `crossfoot batch`: one page, one ruled table that adds up or does not."""
import os, random


def pdf(rng, rows=4, columns=3):
    """The bytes of a PDF of one small page with a ruled table of figures and their totals; one in ten has a wrong total."""
    figures = [[rng.randint(100, 99_999_999) for _ in range(columns)] for _ in range(rows)]
    totals = [sum(row[c] for row in figures) for c in range(columns)]
    if rng.random() < 0.1:
        totals[rng.randrange(columns)] += 900
    text = [["Item"] + [str(2015 + c) for c in range(columns)]]
    text += [[f"Item {r + 1}"] + [f"{v / 100:,.2f}" for v in row] for r, row in enumerate(figures)]
    text += [["Total"] + [f"{v / 100:,.2f}" for v in totals]]
    left, top, width, height = 20, 125, 65, 16
    right, bottom = left + width * (columns + 1), top - height * len(text)
    draw = ["0.8 w"]
    draw += [f"{left} {top - height * r} m {right} {top - height * r} l S" for r in range(len(text) + 1)]
    draw += [f"{left + width * c} {top} m {left + width * c} {bottom} l S" for c in range(columns + 2)]
    for r, row in enumerate(text):
        for c, cell in enumerate(row):
            draw.append(f"BT /F1 8 Tf {left + width * c + 4} {top - height * r - 11} Td ({cell}) Tj ET")
    content = "\n".join(draw)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 145] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
               f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    out, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n").encode()


def write_archive(folder, count, seed):
    """count files in folders of 50: most with a content of their own, one in 20 a copy of an earlier one, one in 25 broken."""
    rng = random.Random(seed)
    contents = []
    for i in range(count):
        path = os.path.join(folder, f"{i // 50:03}", f"report-{i:05}.pdf")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        chance = rng.random()
        if chance < 0.05 and contents:
            content = rng.choice(contents)
        elif chance < 0.09:
            content = b"%PDF-1.4 broken " + str(i).encode()
        else:
            content = pdf(rng)
        contents.append(content)
        with open(path, "wb") as file:
            file.write(content)
    return len(set(contents))
