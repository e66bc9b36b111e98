"""The symbols the number reader knows, shared by the generator, the training and the C++ reader.

Index 0 is CTC's blank; symbol i of SYMBOLS has index i + 1. Wide and narrow forms of one symbol are
one symbol: a full-width comma is the same glyph in a wider box. FOREIGN stands for any run of other
glyphs (CJK, letters, blanks between them), so that the network itself says "this is not a number".
"""

FOREIGN = "#"
SYMBOLS = "0123456789,.-—()%¥£$€+/≥≤><=△ " + FOREIGN
BLANK = 0
BEFORE_BLANK = "0123456789)%—" + FOREIGN
AFTER_BLANK = "0123456789(¥£$€-—△" + FOREIGN

# Other code points that print the same symbol.
SAME = {
    "，": ",", "．": ".", "－": "-", "−": "-", "–": "-", "―": "—", "─": "—", "（": "(", "）": ")",
    "％": "%", "￥": "¥", "￡": "£", "＄": "$", "＋": "+", "／": "/", "＞": ">", "＜": "<", "＝": "=",
    "▲": "△", "　": " ", "⩾": "≥", "⩽": "≤",
}
SAME.update({chr(0xFF10 + d): str(d) for d in range(10)})


def target(text):
    """What the network shall read for printed `text`: symbols, each foreign run as one FOREIGN, and
    blanks only where they part two numbers or a number from text. How far a sign stands from its
    number is the typesetter's taste and says nothing.

    >>> target("2080505机关 事业")
    '2080505#'
    >>> target("Note 12  1,234")
    '# 12 1,234'
    >>> target("- £ 1,234")
    '-£1,234'
    """
    known = []
    for char in text:
        char = SAME.get(char, char)
        char = char if char in SYMBOLS and char != FOREIGN else FOREIGN
        if char == FOREIGN and known and known[-1] == FOREIGN:
            continue
        known.append(char)
    out = []
    for i, char in enumerate(known):
        if char == " ":
            after = next((c for c in known[i + 1:] if c != " "), None)
            if not out or after is None or out[-1] not in BEFORE_BLANK or after not in AFTER_BLANK:
                continue
            if out[-1] == FOREIGN and after == FOREIGN:
                continue
        elif char == FOREIGN and out and out[-1] == FOREIGN:
            continue
        out.append(char)
    return "".join(out)


def encode(text):
    return [SYMBOLS.index(char) + 1 for char in target(text)]


def decode(classes):
    return "".join(SYMBOLS[c - 1] for c in classes)
