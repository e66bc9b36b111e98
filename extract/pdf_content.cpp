// Which images a page draws and where, and whether it draws anything else: the part of a PDF
// interpreter that moves the coordinate system (q Q cm Do), and no more.
//
// Clipping and transparency are left out of account: a scan whose image is clipped is taken for the
// whole image, which shows more than a viewer would, never less.
#include "extract/pdf_content.h"

#include <string_view>

namespace crossfoot {
namespace {

// Scanners wrap images in a form or two; deeper nesting is an attack or an accident.
constexpr int kDeepestForm = 4;

// No scanner writes more operators than this before its image is drawn; drawings do, and are no scan.
constexpr int kMostOperators = 2'000'000;

PdfMatrix product(const PdfMatrix& m, const PdfMatrix& n) {
  return {m[0] * n[0] + m[1] * n[2],        m[0] * n[1] + m[1] * n[3],
          m[2] * n[0] + m[3] * n[2],        m[2] * n[1] + m[3] * n[3],
          m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5]};
}

struct GraphicsState {
  PdfMatrix to_page{1, 0, 0, 1, 0, 0};
  int text_mode = 0;
};

bool paints_path(std::string_view op) {
  return op == "f" || op == "F" || op == "f*" || op == "S" || op == "s" || op == "B" ||
         op == "B*" || op == "b" || op == "b*" || op == "sh";
}

bool shows_text(std::string_view op) {
  return op == "Tj" || op == "TJ" || op == "'" || op == "\"";
}

// The filter among those of an object with a stream that makes pixels.
std::optional<std::string> image_filter_of(const PoDoFo::PdfObject& object) {
  const PoDoFo::PdfObject* filter =
      object.IsDictionary() ? object.GetIndirectKey("Filter") : nullptr;
  if (filter == nullptr) return std::nullopt;
  const PoDoFo::PdfArray filters =
      filter->IsArray() ? filter->GetArray() : PoDoFo::PdfArray(*filter);
  for (const PoDoFo::PdfObject& one : filters) {
    if (!one.IsName()) continue;
    for (const char* image : {"JBIG2Decode", "CCITTFaxDecode", "JPXDecode", "DCTDecode"}) {
      if (one.GetName() == PoDoFo::PdfName(image)) return image;
    }
  }
  return std::nullopt;
}

// The same of a page's or a form's contents: a stream, or an array of streams.
std::optional<std::string> image_filter_of_contents(const PoDoFo::PdfObject& contents) {
  if (!contents.IsArray()) return image_filter_of(contents);
  for (const PoDoFo::PdfObject& part : contents.GetArray()) {
    const PoDoFo::PdfObject* stream =
        part.IsReference() ? contents.GetOwner()->GetObject(part.GetReference()) : &part;
    if (stream == nullptr) continue;
    if (auto filter = image_filter_of(*stream)) return filter;
  }
  return std::nullopt;
}

class ContentReader {
 public:
  explicit ContentReader(PdfContent& content) : content_(content) {}

  void read(PoDoFo::PdfCanvas& canvas, const PdfMatrix& to_page, int depth) {
    const PoDoFo::PdfObject* contents = canvas.GetContents();
    if (contents != nullptr && !content_.image_filter) {
      content_.image_filter = image_filter_of_contents(*contents);
    }
    if (content_.image_filter) return;
    PoDoFo::PdfContentsTokenizer tokens(&canvas);
    PoDoFo::EPdfContentsType type{};
    const char* keyword = nullptr;
    PoDoFo::PdfVariant operand;
    GraphicsState state{to_page, 0};
    std::vector<GraphicsState> saved;
    std::vector<double> numbers;
    PoDoFo::PdfName name;
    while (tokens.ReadNext(type, keyword, operand)) {
      if (type == PoDoFo::ePdfContentsType_ImageData) {
        content_.other_marks = true;
        continue;
      }
      if (type == PoDoFo::ePdfContentsType_Variant) {
        if (operand.IsNumber() || operand.IsReal()) numbers.push_back(operand.GetReal());
        if (operand.IsName()) name = operand.GetName();
        continue;
      }
      if (++operators_ > kMostOperators) {
        content_.other_marks = true;
        return;
      }
      const std::string_view op = keyword;
      if (op == "q") {
        saved.push_back(state);
      } else if (op == "Q" && !saved.empty()) {
        state = saved.back();
        saved.pop_back();
      } else if (op == "cm" && numbers.size() >= 6) {
        PdfMatrix m;
        std::copy(numbers.end() - 6, numbers.end(), m.begin());
        state.to_page = product(m, state.to_page);
      } else if (op == "Tr" && !numbers.empty()) {
        state.text_mode = static_cast<int>(numbers.back());
      } else if (op == "Do") {
        draw(canvas, name, state.to_page, depth);
      } else if (shows_text(op)) {
        constexpr int kInvisible = 3;
        content_.visible_text |= state.text_mode != kInvisible;
      } else if (paints_path(op)) {
        content_.other_marks = true;
      }
      numbers.clear();
    }
  }

 private:
  void draw(PoDoFo::PdfCanvas& canvas, const PoDoFo::PdfName& name, const PdfMatrix& to_page,
            int depth) {
    PoDoFo::PdfObject* resources = canvas.GetResources();
    PoDoFo::PdfObject* objects =
        resources != nullptr ? resources->GetIndirectKey("XObject") : nullptr;
    PoDoFo::PdfObject* object = objects != nullptr ? objects->GetIndirectKey(name) : nullptr;
    if (object == nullptr || !object->IsDictionary()) {
      content_.lost_image = true;
      return;
    }
    const PoDoFo::PdfName subtype = object->GetIndirectKeyAsName("Subtype");
    if (subtype == PoDoFo::PdfName("Image")) {
      content_.images.push_back({object, to_page});
    } else if (subtype == PoDoFo::PdfName("Form")) {
      if (depth >= kDeepestForm) {
        content_.other_marks = true;
        return;
      }
      PdfMatrix matrix{1, 0, 0, 1, 0, 0};
      const PoDoFo::PdfObject* entry = object->GetIndirectKey("Matrix");
      if (entry != nullptr && entry->IsArray() && entry->GetArray().size() == 6) {
        for (std::size_t i = 0; i < 6; ++i) matrix[i] = entry->GetArray()[i].GetReal();
      }
      PoDoFo::PdfXObject form(object);
      read(form, product(matrix, to_page), depth + 1);
    }
  }

  PdfContent& content_;
  int operators_ = 0;
};

}  // namespace

PdfContent read_content(PoDoFo::PdfPage& page) {
  PdfContent content;
  ContentReader(content).read(page, {1, 0, 0, 1, 0, 0}, 0);
  return content;
}

}  // namespace crossfoot
