// Text in render mode 3 needs no outlines, only widths and a way back to Unicode. So one font does
// for all scripts: a CID font whose codes are UTF-16, each as wide as half its size, with
// Tesseract's glyphless.ttf as its program (every code takes its one empty glyph) and a ToUnicode
// map that says code = character. Embedding a real CJK font costs 2 to 21 MB.
//
// The line is stretched to its box (Tz), so that what is selected lies over what is printed.
#include "extract/pdf_hidden_text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "reconcile/text_fold.h"

// The assembler puts the font's bytes here.
asm(R"(
  .section .rodata
  .global crossfoot_glyphless
  .global crossfoot_glyphless_end
crossfoot_glyphless:
  .incbin ")" CROSSFOOT_GLYPHLESS_TTF R"("
crossfoot_glyphless_end:
  .previous
)");
extern "C" const char crossfoot_glyphless[], crossfoot_glyphless_end[];

namespace crossfoot {
namespace {

using PoDoFo::pdf_int64;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfVariant;

constexpr double kWidthOfCode = 0.5;   // of the font size
constexpr double kHeightOfText = 0.7;  // of its box
constexpr double kRoom = 0.3;  // font sizes; readers put a blank between words from about 0.1
constexpr double kLeastSize_pt = 1;

constexpr const char* kToUnicode =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
    "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

void add_number(PdfObject& object, const char* key, pdf_int64 value) {
  object.GetDictionary().AddKey(PdfName(key), PdfVariant(value));
}

void add_name(PdfObject& object, const char* key, const char* value) {
  object.GetDictionary().AddKey(PdfName(key), PdfName(value));
}

PdfObject* stream_of(PoDoFo::PdfVecObjects& objects, const std::string& bytes) {
  PdfObject* object = objects.CreateObject();
  object->GetStream()->Set(bytes.data(), static_cast<pdf_int64>(bytes.size()));
  return object;
}

PdfObject* descriptor_of(PoDoFo::PdfVecObjects& objects) {
  PdfObject* program = stream_of(
      objects, std::string(crossfoot_glyphless, crossfoot_glyphless_end - crossfoot_glyphless));
  add_number(*program, "Length1", crossfoot_glyphless_end - crossfoot_glyphless);
  PdfObject* descriptor = objects.CreateObject("FontDescriptor");
  add_name(*descriptor, "FontName", "GlyphLessFont");
  add_number(*descriptor, "Ascent", 1000);
  add_number(*descriptor, "CapHeight", 1000);
  add_number(*descriptor, "Descent", -1);
  add_number(*descriptor, "Flags", 5);  // fixed pitch, symbolic
  add_number(*descriptor, "ItalicAngle", 0);
  add_number(*descriptor, "StemV", 80);
  PoDoFo::PdfArray box;
  for (const pdf_int64 side : {0, 0, 500, 1000}) box.push_back(PdfVariant(side));
  descriptor->GetDictionary().AddKey(PdfName("FontBBox"), box);
  descriptor->GetDictionary().AddKey(PdfName("FontFile2"), program->Reference());
  return descriptor;
}

std::string utf16_hex(const std::string& text) {
  std::string hex;
  const auto unit = [&hex](unsigned value) {
    char digits[8];
    std::snprintf(digits, sizeof digits, "%04X", value);
    hex += digits;
  };
  for (const char32_t c : code_points(text)) {
    if (c < 0x10000) {
      unit(static_cast<unsigned>(c));
    } else {
      unit(static_cast<unsigned>(0xD800 + ((c - 0x10000) >> 10)));
      unit(static_cast<unsigned>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    }
  }
  return hex;
}

// The length of a text as it is usually printed, in font sizes: ideographs are as wide as high.
double ems(const std::string& text) {
  double length = 0;
  for (const char32_t c : code_points(text)) length += c < U'\u2E80' ? 0.5 : 1;
  return length;
}

std::string line_content(const PdfHiddenText& line, const PdfView& view, const std::string& font) {
  const std::string codes = utf16_hex(line.text);
  if (codes.empty()) return "";
  const Box box = to_user_space(view, line.box);
  // The direction in which the text runs in user space, counter-clockwise.
  const int angle_deg = ((view.rotate_deg - line.turned_deg) % 360 + 360) % 360;
  const bool upright = angle_deg % 180 == 0;
  const double along = upright ? box.width() : box.height();
  const double across = upright ? box.height() : box.width();
  const double size =
      std::max(kLeastSize_pt, std::min(across * kHeightOfText, along / ems(line.text)));
  const double rise = (across - size) / 2;  // of the baseline above the box's edge
  // Room at both ends, or the figures of neighbouring cells would be one word.
  const double inset = std::min(kRoom * size, along / 4);
  const double stretch =
      100 * (along - 2 * inset) / (static_cast<double>(codes.size()) / 4 * size * kWidthOfCode);
  int cos = 0, sin = 0;
  double x = 0, y = 0;
  switch (angle_deg) {
    case 90:
      sin = 1, x = box.x1 - rise, y = box.y0 + inset;
      break;
    case 180:
      cos = -1, x = box.x1 - inset, y = box.y1 - rise;
      break;
    case 270:
      sin = -1, x = box.x0 + rise, y = box.y1 - inset;
      break;
    default:
      cos = 1, x = box.x0 + inset, y = box.y0 + rise;
  }
  char head[200];
  std::snprintf(head, sizeof head, "/%s %.2f Tf %.2f Tz %d %d %d %d %.2f %.2f Tm <", font.c_str(),
                size, std::max(1.0, stretch), cos, sin, -sin, cos, x, y);
  return head + codes + "> Tj\n";
}

}  // namespace

PdfObject* add_glyphless_font(PoDoFo::PdfMemDocument& document) {
  PoDoFo::PdfVecObjects& objects = document.GetObjects();
  // Two bytes for each of 65 536 codes: glyph 1. Deflated 210 bytes.
  std::string glyphs(2 * 65536, '\0');
  for (std::size_t i = 1; i < glyphs.size(); i += 2) glyphs[i] = 1;
  PdfObject* cid_font = objects.CreateObject("Font");
  add_name(*cid_font, "Subtype", "CIDFontType2");
  add_name(*cid_font, "BaseFont", "GlyphLessFont");
  add_number(*cid_font, "DW", static_cast<pdf_int64>(kWidthOfCode * 1000));
  PdfDictionary system;
  system.AddKey(PdfName("Registry"), PoDoFo::PdfString("Adobe"));
  system.AddKey(PdfName("Ordering"), PoDoFo::PdfString("Identity"));
  system.AddKey(PdfName("Supplement"), PdfVariant(static_cast<pdf_int64>(0)));
  cid_font->GetDictionary().AddKey(PdfName("CIDSystemInfo"), system);
  cid_font->GetDictionary().AddKey(PdfName("CIDToGIDMap"), stream_of(objects, glyphs)->Reference());
  cid_font->GetDictionary().AddKey(PdfName("FontDescriptor"), descriptor_of(objects)->Reference());
  PdfObject* font = objects.CreateObject("Font");
  add_name(*font, "Subtype", "Type0");
  add_name(*font, "BaseFont", "GlyphLessFont");
  add_name(*font, "Encoding", "Identity-H");
  PoDoFo::PdfArray descendants;
  descendants.push_back(cid_font->Reference());
  font->GetDictionary().AddKey(PdfName("DescendantFonts"), descendants);
  font->GetDictionary().AddKey(PdfName("ToUnicode"), stream_of(objects, kToUnicode)->Reference());
  return font;
}

std::string hidden_text_content(const std::vector<PdfHiddenText>& lines, const PdfView& view,
                                const std::string& font) {
  std::string content = "BT 3 Tr\n";
  for (const PdfHiddenText& line : lines) content += line_content(line, view, font);
  return content + "ET\n";
}

}  // namespace crossfoot
