"""Fonts to print lines with, by family, and the families that training never sees.

A family is a set of file name patterns; relatives of one design (Nimbus and TeX Gyre, AR PL and its
predecessors, Noto and Droid) stand on the same side of the split, else "unseen" would mean little.
Debian packages: see README.md. Families that are not installed are skipped with a note.
"""
import glob
import os
import sys

from PIL import Image, ImageFont

ROOT = "/usr/share/fonts"
EM = 64  # pixels per em at which glyphs are rendered before the scan simulator shrinks them

# name: patterns below ROOT. CJK families carry a weight of 3: disclosures are set in them.
TRAIN_CJK = {
    "uming": ["truetype/arphic/uming.ttc", "truetype/arphic-gbsn00lp/*", "truetype/arphic-bsmi00lp/*"],
    "ukai": ["truetype/arphic/ukai.ttc", "truetype/arphic-gkai00mp/*", "truetype/arphic-bkai00mp/*"],
    "noto-sans-cjk": ["opentype/noto/NotoSansCJK-*"],
    "noto-serif-cjk": ["opentype/noto/NotoSerifCJK-*"],
    "wqy-micro": ["truetype/wqy/wqy-microhei.ttc", "truetype/droid/*"],
    "wqy-zen": ["truetype/wqy/wqy-zenhei.ttc"],
    "cwtex-ming": ["truetype/cwtex/cwming.ttf"], "cwtex-fangsong": ["truetype/cwtex/cwfs.ttf"],
    "cwtex-kai": ["truetype/cwtex/cwkai.ttf"], "cwtex-hei": ["truetype/cwtex/cwheib.ttf"],
    "cwtex-yuan": ["truetype/cwtex/cwyen.ttf"],
    "babelstone": ["truetype/babelstone/*"],
    "ipa": ["opentype/ipa*/*", "truetype/takao-*/*"],
    "umefont": ["truetype/horai-umefont/*"], "vl-gothic": ["truetype/vlgothic/*"],
    "mplus": ["*/mplus/*", "truetype/umeplus/*"], "hanazono": ["truetype/hanazono/HanaMinA.ttf"],
    "baekmuk": ["truetype/baekmuk/*"], "un-fonts": ["truetype/unfonts-core/Un[BDG][aor]*"],
    "motoya": ["truetype/motoya-l-*/*"], "konatu": ["truetype/konatu/*"],
    "kiloji": ["truetype/kiloji/*"], "seto": ["truetype/seto/*"], "yozfont": ["truetype/yozvox-*/*"],
    "rocknroll": ["truetype/rocknroll/*", "truetype/reggae/*", "truetype/stick/*"],
    "yusei": ["truetype/yusei-magic/*"],
}
TRAIN_LATIN = {
    "liberation": ["truetype/liberation*/*", "truetype/croscore/*"],
    "dejavu-sans": ["truetype/dejavu/DejaVuSans*"], "dejavu-serif": ["truetype/dejavu/DejaVuSerif*"],
    "urw": ["opentype/urw-base35/*"],
    "freefont": ["truetype/freefont/*"],
    "noto": ["truetype/noto/NotoSans-*", "truetype/noto/NotoSerif-*", "truetype/noto/NotoSansMono-*",
             "truetype/noto/NotoSansDisplay-*", "truetype/noto/NotoSerifDisplay-*",
             "truetype/open-sans/*"],
    "roboto": ["truetype/roboto/*/*", "truetype/roboto/*"],
    "inter": ["opentype/inter/*"], "charis": ["truetype/charis/*", "truetype/doulos/*"],
    "andika": ["truetype/andika/*"], "garamond": ["opentype/ebgaramond/*"],
    "cmu": ["opentype/cmu/*", "truetype/cmu/*"],
    "oldstandard": ["*/*oldstandard/*"], "stix": ["*/stix*/*"],
    "mono": ["truetype/inconsolata/*", "truetype/hack/*", "truetype/jetbrains-mono/*",
             "truetype/anonymous-pro/*"],
    "b612": ["*/b612/*"], "clear-sans": ["truetype/clear-sans/*"],
    "cantarell": ["opentype/cantarell/*"], "play": ["truetype/play/*"],
    "quattrocento": ["*/quattrocento/*"], "karla": ["truetype/karla*/*"],
    "dosis": ["*/dosis/*"], "din": ["*/opendin/*", "*/osifont/*"],
    "ocr": ["*/ocr-a/*", "*/ocr-b/*"], "comic": ["*/comic-neue/*"],
    "century": ["*/fonts-century-catalogue/*"], "gfs": ["*/didot/*", "*/artemisia/*", "*/neohellenic/*"],
    "manrope": ["*/manrope/*", "*/sora/*"], "typewriter": ["*/gnutypewriter/*"],
    "adf-sans": ["*/adf/*niversalis*", "*/adf/*ibris*", "*/adf/*erana*", "*/adf/*witzera*"],
    "adf-serif": ["*/adf/*ccanthis*", "*/adf/*askervald*", "*/adf/*omande*", "*/adf/*erenis*",
                  "*/adf/*ribun*"],
    "comfortaa": ["*/comfortaa/*"], "quicksand": ["*/quicksand/*"], "beteckna": ["*/beteckna/*"],
    "monofur": ["*/monofur/*"], "spartan": ["*/league-spartan/*"],
    "roadgeek": ["*/roadgeek/*"], "routed": ["*/routed-gothic/*"], "jura": ["*/jura/*"],
    "tlwg": ["truetype/tlwg/*"], "vollkorn": ["*/vollkorn/*"], "junicode": ["*/junicode/*"],
    "essays": ["*/essays1743/*"], "lindenhill": ["*/lindenhill/*"], "arapey": ["*/arapey/*"],
    "averia": ["*/averia-gwf/*"], "allerta": ["*/allerta/*"], "oxygen": ["*/oxygen/*"],
    "tuffy": ["*/tuffy/*"], "yrsa": ["*/fonts-yrsa-rasa/*"], "slab": ["*/roboto/slab/*"],
    "tiresias": ["*/tiresias/*"], "national": ["*/national-park/*"],
    "fira": ["*/firacode/*"], "mononoki": ["*/mononoki/*"], "galatia": ["*/galatia/*"],
    "adf-more": ["*/adf/*illius*", "*/adf/*karius*", "*/adf/*rianis*", "*/adf/*ekanus*",
                 "*/adf/*olothurn*"],
    "eurofurence": ["*/eurofurence/*"], "okolaks": ["*/okolaks/*"], "berenika": ["*/klaudia-berenika/*"],
    "linex": ["*/linex/*"], "williams": ["*/fonts-georgewilliams/*"], "dustin": ["*/dustin/Dustismo*"],
    "breip": ["*/breip/*"], "humor": ["*/humor-sans/*"], "goudy": ["*/sortsmill/*"],
    "ubuntu-title": ["*/ubuntu-title/*"], "hermit": ["*/hermit/*"],
    "fantasque": ["*/fantasque-sans/Normal/OTF/*"],
}
HELD_OUT = {
    "lxgw-wenkai": ["truetype/lxgw-wenkai/*"], "biz-ud": ["truetype/bizud-*/*"],
    "nanum": ["truetype/nanum/*"], "cns11643": ["truetype/cns11643/TW-*-98_1.ttf"],
    "sawarabi": ["truetype/sawarabi-*/*"],
    "lato": ["truetype/lato/*", "truetype/crosextra/Carlito*"],
    "caladea": ["truetype/crosextra/Caladea*"], "libertine": ["opentype/linux-libertine/*"],
    "gentium": ["truetype/gentiumplus/*"], "paratype": ["truetype/paratype/*"],
    "go": ["truetype/Go-*", "truetype/go/*"], "courier-prime": ["truetype/courier-prime/*"],
    "cabin": ["*/cabin/*"],
}
# Faces in which digits are ornaments, outlines or not digits of running text.
UNFIT = ("ornament", "symbol", "dingbat", "braille", "outline", "smallcap", "caps", "shadow", "inline",
         "d050000l", "-sc", "math", "ext-", "thin", "hairline", "extralight", "ultralight", "unpilgi",
         "initials", "_k", "z003", "script", "keyboard", "sixtyfour")

OPTIONAL = "—¥£$€+/≥≤><=△%，．－（）％￥０１２３４５６７８９万元"


class Face:
    """A face at EM pixels: `can` holds the optional characters that it has glyphs for."""

    def __init__(self, path, index=0):
        self.path, self.index = path, index
        self.font = ImageFont.truetype(path, EM, index=index, layout_engine=ImageFont.Layout.BASIC)
        missing = {bytes(self.font.getmask(c)) for c in "\u0378\uffff\U0010fffd"}
        self.can = {c for c in OPTIONAL if bytes(self.font.getmask(c)) not in missing}
        for sign in "，．":  # Taiwanese faces centre them: there they print another sign
            if sign in self.can and self.font.getbbox(sign)[0] > 0.3 * EM:
                self.can.remove(sign)
        self.has_digits = all(
            self.font.getlength(c) > 0 and bytes(self.font.getmask(c)) not in missing
            for c in "0123456789,.-()")
        self.is_cjk = "万" in self.can and "元" in self.can
        # Old-style figures with three heights are no table figures; a little variety is fine.
        self.digit_height = max(self.font.getmask(c).getbbox()[3] - self.font.getmask(c).getbbox()[1]
                                for c in "0158")


def faces(patterns):
    found = []
    for pattern in patterns:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            name = os.path.basename(path).lower()
            if not name.endswith((".ttf", ".ttc", ".otf", ".t1")):
                continue
            if any(word in name for word in UNFIT):
                continue
            try:
                # Index 2 of Noto's collections is Simplified Chinese; of AR PL's the digits agree.
                index = 2 if "CJK" in path else 0
                face = Face(path, index)
                if face.has_digits and 20 <= face.digit_height <= 70:
                    found.append(face)
            except (OSError, ValueError, TypeError):
                print(f"skipped {path}", file=sys.stderr)
    return found


def load(families, weight=1):
    """[(family, faces, weight)] of the installed ones."""
    loaded = []
    for name, patterns in families.items():
        family = faces(patterns)
        if family:
            loaded.append((name, family, weight))
        else:
            print(f"family {name} is not installed", file=sys.stderr)
    return loaded


def training_families():
    return load(TRAIN_CJK, 3) + load(TRAIN_LATIN)


def held_out_families():
    return load(HELD_OUT)


if __name__ == "__main__":
    for side, families in (("train", training_families()), ("held out", held_out_families())):
        for name, family, weight in families:
            print(f"{side:9} {name:15} x{weight} {len(family):3} faces, "
                  f"{sum(f.is_cjk for f in family)} with CJK")
