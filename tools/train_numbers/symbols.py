"""The symbols the number reader knows, shared by the generator, the training and the C++ reader.

Index 0 is CTC's blank; symbol i of SYMBOLS has index i + 1. Wide and narrow forms of one symbol are
one symbol: a full-width comma is the same glyph in a wider box. FOREIGN stands for any run of other
glyphs (CJK, letters, blanks between them), so that the network itself says "this is not a number".
"""

FOREIGN = "#"
SYMBOLS = "0123456789,.-—()%¥£$€+/≥≤><=△ " + FOREIGN
BLANK = 0

# Other code points that print the same symbol.
SAME = {
    "，": ",", "．": ".", "－": "-", "−": "-", "–": "-", "―": "—", "─": "—", "（": "(", "）": ")",
    "％": "%", "￥": "¥", "￡": "£", "＄": "$", "＋": "+", "／": "/", "＞": ">", "＜": "<", "＝": "=",
    "▲": "△", "　": " ", "⩾": "≥", "⩽": "≤",
}
SAME.update({chr(0xFF10 + d): str(d) for d in range(10)})


def target(text):
    """What the network shall read for printed `text`: symbols, each foreign run as one FOREIGN.

    >>> target("2080505机关 事业")
    '2080505#'
    >>> target("Note 12  1,234")
    '# 12 1,234'
    """
    known = []
    for char in text:
        char = SAME.get(char, char)
        known.append(char if char in SYMBOLS and char != FOREIGN else FOREIGN)
    out = []
    for i, char in enumerate(known):
        if char == " ":
            # A blank inside a foreign run belongs to it; several blanks are one.
            after = next((c for c in known[i + 1:] if c != " "), None)
            if not out or out[-1] == " " or after is None:
                continue
            if out[-1] == FOREIGN and after == FOREIGN:
                continue
        elif char == FOREIGN and out and out[-1] == FOREIGN:
            continue
        out.append(char)
    return "".join(out)


def encode(text):
    return [SYMBOLS.index(char) + 1 for char in target(text)]
