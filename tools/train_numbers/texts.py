"""What printed table lines say: amounts of every form, codes, dates, and text that is no number.

The mix follows the columns of budgets and accounts, not any particular document: no figure, word or
sentence is taken from one. Chinese and Latin text is random characters and random letters, because
the network only has to see that they are none of its symbols.
"""


def digits(rng, n):
    return "".join(str(d) for d in rng.integers(0, 10, n))


def integer(rng, longest=10):
    """1 to `longest` digits without leading zero; zeros and repeats are as common as in accounts."""
    n = int(rng.integers(1, longest + 1))
    kind = rng.random()
    if kind < 0.15:
        text = digits(rng, max(1, n - 3)) + "0" * min(3, n - 1)
    elif kind < 0.25:
        text = str(rng.integers(0, 10)) * n
    elif kind < 0.33:
        text = "".join(rng.choice(list("1170"), n))
    else:
        text = digits(rng, n)
    return text.lstrip("0") or "0"


def grouped(text):
    return f"{int(text):,}"


def amount(rng):
    text = integer(rng, 10)
    if rng.random() < 0.72:
        text = grouped(text)
    decimals = rng.choice([0, 1, 2, 3, 4, 6], p=[0.27, 0.05, 0.55, 0.03, 0.06, 0.04])
    if decimals:
        text += "." + (("0" * int(decimals)) if rng.random() < 0.15 else digits(rng, int(decimals)))
    return text


def signed(rng, text):
    form = rng.random()
    if form < 0.70:
        return text
    if form < 0.80:
        return "-" + text
    if form < 0.92:
        return f"({text})"
    if form < 0.94:
        return "△" + text
    if form < 0.96:
        return "+" + text
    if form < 0.98:
        return f"-{text}%"
    return f"(-{text})" if rng.random() < 0.3 else f"- {text}"


def money(rng):
    mark = str(rng.choice(["¥", "£", "$", "€"]))
    gap = " " if rng.random() < 0.2 else ""
    return signed(rng, mark + gap + amount(rng))


def percentage(rng):
    text = integer(rng, 3)
    if rng.random() < 0.7:
        text += "." + digits(rng, int(rng.integers(1, 4)))
    gap = " " if rng.random() < 0.05 else ""
    form = rng.random()
    if form < 0.72:
        return signed(rng, text + gap + "%")
    if form < 0.78:
        return f"{text}%-{integer(rng, 3)}%"
    return str(rng.choice(["≥", "≤", ">", "<", "="])) + (" " if rng.random() < 0.3 else "") + text + (
        "%" if rng.random() < 0.8 else "")


def code(rng):
    form = rng.random()
    if form < 0.6:
        first = str(rng.choice(["2", "3", "1", "5", "20", "21", "22", "30", "31"]))
        length = int(rng.choice([3, 5, 7, 6, 9]))
        body = digits(rng, length - len(first))
        if rng.random() < 0.6:  # 2080505: pairs that start with 0
            body = "".join("0" + str(rng.integers(0, 10)) for _ in range((length - len(first) + 1) // 2))
            body = body[:length - len(first)]
        return first + body
    if form < 0.8:
        return str(rng.integers(1, 100))
    if form < 0.9:
        return f"{rng.integers(1, 30)}.{rng.integers(1, 20)}" + (
            f".{rng.integers(1, 9)}" if rng.random() < 0.4 else "")
    return f"({rng.integers(1, 30)})"


def date(rng):
    year, month, day = rng.integers(1970, 2035), rng.integers(1, 13), rng.integers(1, 32)
    mark = str(rng.choice(["-", ".", "/"]))
    form = rng.random()
    if form < 0.45:
        return str(year)
    if form < 0.65:
        return f"{year}{mark}{month:02}{mark}{day:02}"
    if form < 0.75:
        return f"{day}{mark}{month}{mark}{year}"
    if form < 0.85:
        return f"{year}-{year + 1}"
    return f"{year}{mark}{month:02}"


def nil(rng):
    """Cells without a figure: dashes, zeros, and the comparison signs of indicator tables."""
    return str(rng.choice(["—", "-", "——", "0", "0.00", "--", "0.0", "- -", "/", "(0)", "-0.00", ".", "%", "≥", "≤",
                           "=", ">", "<", "100%", "10"],
                          p=[.24, .18, .03, .05, .08, .03, .02, .02, .04, .01, .02, .01, .02, .07, .07, .06, .02,
                             .01, .01, .01]))


def broken(rng):
    """The first or second line of a number that was wrapped in a narrow cell."""
    text = signed(rng, amount(rng))
    if len(text) < 5:
        return text
    cut = int(rng.integers(1, len(text)))
    return text[:cut] if rng.random() < 0.5 else text[cut:]


def several(rng):
    return "  ".join(amount(rng) if rng.random() < 0.7 else code(rng) for _ in range(rng.integers(2, 4)))


def noise_like(rng):
    """Any sequence: keeps the network from learning a grammar stricter than printers are."""
    return "".join(rng.choice(list("0123456789,.,.0123456789-()%"), int(rng.integers(3, 14))))


def unit_heading(rng):
    """What stands over a column of amounts: the currency and how many zeros were left out."""
    mark = str(rng.choice(["£", "$", "€", "¥"], p=[.5, .25, .15, .1]))
    return mark + str(rng.choice(["000", "'000", "’000", "000s", "m", "k", "", " 000", "bn"],
                                 p=[.38, .2, .1, .06, .1, .03, .05, .06, .02]))


def blank_grouped(rng):
    """Thousands parted by blanks, as French and Scandinavian accounts and tables of statistics have them."""
    text = f"{int(integer(rng, 9)) + int(rng.integers(1000, 10000)):,}".replace(",", " ")
    if rng.random() < 0.3:
        text += "." + digits(rng, int(rng.integers(1, 3)))
    return signed(rng, text)


NUMBERS = ((amount, 0.30), (lambda r: signed(r, amount(r)), 0.22), (money, 0.06), (percentage, 0.09),
           (code, 0.12), (date, 0.06), (nil, 0.07), (broken, 0.04), (several, 0.02), (noise_like, 0.02), (unit_heading, 0.03),
           (blank_grouped, 0.06))

# The most frequent characters of financial Chinese stand in for all: bodies of 2 to 20 strokes.
COMMON = ("一二三四五六七八九十万元年月日合计小其中收入支出预算决算财政拨款基本项目公共服务人员经费"
          "医疗保险社会障事业单位行管理资金上级补助结余本期末初余额固定产负债净流动现投利息税率增长比例")


def chinese(rng, longest=14):
    n = int(rng.integers(1, longest + 1))
    if rng.random() < 0.5:
        return "".join(rng.choice(list(COMMON), n))
    # GB 2312's first plane of common characters.
    raw = bytes(b for _ in range(n) for b in (rng.integers(0xB0, 0xD7), rng.integers(0xA1, 0xFA)))
    return raw.decode("gb2312", "ignore") or "元"


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(rng):
    text = "".join(rng.choice(list(LETTERS + "aeioulllis"), int(rng.integers(1, 10))))
    form = rng.random()
    return text.capitalize() if form < 0.4 else text.upper() if form < 0.55 else text


def latin(rng):
    words = [word(rng) for _ in range(rng.integers(1, 5))]
    if words == words[:1] and words[0] in ("o", "O", "l", "I", "S", "B"):
        return words[0] + "x"  # a lone O is a 0 in any table
    if rng.random() < 0.15:
        words.append(str(rng.choice(["&", "I", "O", "lO", "Il", "S", "B", "o", "l"])))
    return " ".join(words)


def mixed(rng, is_cjk):
    body = chinese(rng, 6) if is_cjk else word(rng)
    form = rng.random()
    if form < 0.25:
        return code(rng) + (" " if rng.random() < 0.3 else "") + body
    if form < 0.45:
        return body + amount(rng) + (str(rng.choice(["元", "万元", "人", "年"])) if is_cjk else "")
    if form < 0.60 and is_cjk:
        return f"{rng.integers(1990, 2031)}年" + (f"{rng.integers(1, 13)}月" if rng.random() < 0.4 else "")
    if form < 0.72 and is_cjk:
        return str(rng.choice(["(", "（"])) + str(rng.choice(list("一二三四五六七八九十"))) + str(
            rng.choice([")", "）"])) + body
    if form < 0.80:
        return f"{rng.integers(1, 20)}." + body
    if form < 0.90:
        return f"{body}({amount(rng)})" if rng.random() < 0.5 else f"({body})"
    return str(rng.choice(["£'000", "$m", "£000s", "'000", "*", ":", "No.1", "H1", "Q3", "2020A", "12月", "N/A",
                           "①", "II", "IV", "a)", "(b)", "i)", "x2", "@", "№", "√", "×", "、", "。", "：", "“”"]))


# Without I, O and l, which are printed like digits; such codes leave them out for that reason.
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def lettered_code(rng):
    """Codes of projects, firms, forms and accounts: a letter or two before, among or after digits."""
    letters = lambda most: "".join(rng.choice(list(CODE_LETTERS), int(rng.integers(1, most + 1))))
    some = lambda least, most: digits(rng, int(rng.integers(least, most + 1)))
    form = rng.random()
    if form < 0.35:
        return letters(2) + str(rng.choice(["", "-", ".", " "], p=[.6, .25, .05, .1])) + some(1, 8)
    if form < 0.75:
        return some(2, 9) + letters(2) + some(2, 12)
    if form < 0.9:
        return some(1, 8) + str(rng.choice(["", "-"], p=[.7, .3])) + letters(2)
    return some(8, 8) + letters(2) + some(6, 7) + letters(1)


def line(rng, is_cjk):
    """One printed line; `is_cjk`: the font has Chinese."""
    kind = rng.random()
    if kind < 0.06:
        return lettered_code(rng)
    if kind < 0.79:
        weights = [w for _, w in NUMBERS]
        make = NUMBERS[rng.choice(len(NUMBERS), p=[w / sum(weights) for w in weights])][0]
        return make(rng)
    if kind < 0.89:
        return mixed(rng, is_cjk)
    return chinese(rng) if is_cjk and rng.random() < 0.8 else latin(rng)


def number_line(rng):
    """A number only, as the evaluation asks for."""
    while True:
        weights = [w for _, w in NUMBERS[:7]]
        make = NUMBERS[rng.choice(7, p=[w / sum(weights) for w in weights])][0]
        text = make(rng)
        if any(c.isdigit() for c in text):
            return text
