// PoDoFo loads the document for an update, gets the additions as new objects, and writes those, and
// the few it has changed (pages, their resources, the catalogue), behind the original bytes.
#include "extract/annotate_pdf.h"

#include <podofo/podofo.h>

#include <algorithm>
#include <map>

#include "extract/content_hash.h"
#include "extract/pdf_hidden_text.h"
#include "extract/pdf_place.h"
#include "extract/pdf_repair.h"

namespace crossfoot {
namespace {

using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfPage;
using PoDoFo::PdfRect;

constexpr double kFrameWidth_pt = 1;
constexpr double kRoomAbove_pt = 72;  // that a viewer shows above the place of a bookmark
constexpr std::size_t kIdentifierDigits = 32;  // hexadecimal, as PoDoFo writes it: an MD5 sum
constexpr const char* kFont = "CrossfootGlyphless";

PoDoFo::PdfString text_string(const std::string& text) {
  return PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8*>(text.c_str()));
}

PdfView view_of(const PdfPage& page) {
  const PdfRect crop = page.GetCropBox(), media = page.GetMediaBox();
  PdfView view;
  view.x0 = std::max(crop.GetLeft(), media.GetLeft());
  view.y0 = std::max(crop.GetBottom(), media.GetBottom());
  view.x1 = std::min(crop.GetLeft() + crop.GetWidth(), media.GetLeft() + media.GetWidth());
  view.y1 = std::min(crop.GetBottom() + crop.GetHeight(), media.GetBottom() + media.GetHeight());
  view.rotate_deg = ((page.GetRotation() % 360) + 360) % 360;
  return view;
}

class PdfUpdate {
 public:
  // The bytes must outlive this. Throws PoDoFo::PdfError.
  explicit PdfUpdate(const std::string& bytes) : bytes_(bytes) {
    document_.LoadFromBuffer(bytes.data(), static_cast<long>(bytes.size()), true);
  }

  bool encrypted() { return document_.GetEncrypted(); }

  void add(const PdfAdditions& additions) {
    for (const PdfMark& mark : additions.marks) add_mark(mark);
    if (!additions.bookmarks.empty()) add_bookmarks(additions);
    std::map<int, std::vector<PdfHiddenText>> by_page;
    for (const PdfHiddenText& line : additions.text) by_page[line.page].push_back(line);
    if (by_page.empty()) return;
    PdfObject* font = add_glyphless_font(document_);
    for (const auto& [number, lines] : by_page) {
      if (PdfPage* page = page_at(number)) add_text(*page, lines, *font);
    }
  }

  std::string bytes() {
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    device.Write(bytes_.data(), bytes_.size());
    // When this was run (here, in /M of each mark and in the trailer) would give other bytes of the
    // same document each time.
    document_.GetInfo()->GetObject()->GetDictionary().RemoveKey(PdfName("ModDate"));
    document_.WriteUpdate(&device, false);
    std::string written(buffer.GetBuffer(), buffer.GetSize());
    identify(written);
    return written;
  }

 private:
  // The second identifier in the trailer, which names this version of the document, from what it
  // holds: PoDoFo takes the time.
  void identify(std::string& written) const {
    const std::size_t trailer = written.rfind("trailer");
    if (trailer == std::string::npos || trailer < bytes_.size()) return;
    const std::size_t second = written.find("><", written.find("/ID[<", trailer));
    if (second == std::string::npos) return;
    const std::string hash = sha256_of(std::string_view(written).substr(0, trailer));
    written.replace(second + 2, kIdentifierDigits, hash, 0, kIdentifierDigits);
  }

  // Null for a page that the document does not have.
  PdfPage* page_at(int number) {
    return number >= 1 && number <= document_.GetPageCount() ? document_.GetPage(number - 1)
                                                             : nullptr;
  }

  void add_mark(const PdfMark& mark) {
    PdfPage* page = page_at(mark.page);
    if (page == nullptr) return;
    const Box box = to_user_space(view_of(*page), mark.box);
    PoDoFo::PdfAnnotation* annotation = page->CreateAnnotation(
        PoDoFo::ePdfAnnotation_Square, PdfRect(box.x0, box.y0, box.width(), box.height()));
    annotation->SetTitle(text_string("crossfoot"));
    annotation->SetContents(text_string(mark.note));
    annotation->SetColor(mark.colour.red, mark.colour.green, mark.colour.blue);
    annotation->SetBorderStyle(0, 0, kFrameWidth_pt);
    annotation->SetFlags(PoDoFo::ePdfAnnotationFlags_Print);
    annotation->GetObject()->GetDictionary().RemoveKey(PdfName("M"));
  }

  void add_bookmarks(const PdfAdditions& additions) {
    const auto destination = [&](const PdfBookmark& bookmark) {
      PdfPage* page = page_at(bookmark.page);
      const Box box = to_user_space(view_of(*page), bookmark.box);
      return PoDoFo::PdfDestination(page, box.x0, box.y1 + kRoomAbove_pt, 0);
    };
    PoDoFo::PdfOutlineItem* parent = nullptr;
    for (const PdfBookmark& bookmark : additions.bookmarks) {
      if (page_at(bookmark.page) == nullptr) continue;
      if (parent == nullptr) {
        PoDoFo::PdfOutlines* outlines = document_.GetOutlines();
        const auto title = text_string(additions.bookmarks_title);
        parent = outlines->Last() ? outlines->Last()->CreateNext(title, destination(bookmark))
                                  : outlines->CreateChild(title, destination(bookmark));
      }
      parent->CreateChild(text_string(bookmark.title), destination(bookmark));
    }
  }

  // What the page draws already is put between q and Q, so that its last matrix does not move the
  // text.
  void add_text(PdfPage& page, const std::vector<PdfHiddenText>& lines, const PdfObject& font) {
    PdfObject* resources = page.GetResources();
    if (resources == nullptr) {
      page.GetObject()->GetDictionary().AddKey(PdfName("Resources"), PoDoFo::PdfDictionary());
      resources = page.GetObject()->GetDictionary().GetKey(PdfName("Resources"));
    }
    PdfObject* fonts = resources->GetIndirectKey(PdfName("Font"));
    if (fonts == nullptr || !fonts->IsDictionary()) {
      resources->GetDictionary().AddKey(PdfName("Font"), PoDoFo::PdfDictionary());
      fonts = resources->GetDictionary().GetKey(PdfName("Font"));
    }
    fonts->GetDictionary().AddKey(PdfName(kFont), font.Reference());
    PoDoFo::PdfArray contents;
    contents.push_back(stream_of("q\n")->Reference());
    PdfObject* drawn = page.GetObject()->GetIndirectKey(PdfName("Contents"));
    if (drawn != nullptr && drawn->IsArray()) {
      for (const PdfObject& part : drawn->GetArray()) contents.push_back(part);
    } else if (drawn != nullptr) {
      contents.push_back(drawn->Reference());
    }
    const std::string text = hidden_text_content(lines, view_of(page), kFont);
    contents.push_back(stream_of("\nQ q\n" + text + "Q\n")->Reference());
    page.GetObject()->GetDictionary().AddKey(PdfName("Contents"), contents);
  }

  PdfObject* stream_of(const std::string& content) {
    PdfObject* object = document_.GetObjects().CreateObject();
    object->GetStream()->Set(content.data(), static_cast<PoDoFo::pdf_int64>(content.size()));
    return object;
  }

  const std::string& bytes_;
  PoDoFo::PdfMemDocument document_;
};

// Nothing where PoDoFo refuses the document.
std::optional<std::string> updated(const std::string& bytes, const PdfAdditions& additions) {
  PoDoFo::PdfError::EnableDebug(false);
  PoDoFo::PdfError::EnableLogging(false);
  try {
    PdfUpdate update(bytes);
    if (update.encrypted()) return std::nullopt;
    update.add(additions);
    return update.bytes();
  } catch (const PoDoFo::PdfError&) {
    return std::nullopt;
  }
}

}  // namespace

Result<std::string> annotate_pdf(const DocumentBytes& input, const std::string& password,
                                 const PdfAdditions& additions) {
  if (auto bytes = updated(*input.bytes, additions)) return std::move(*bytes);
  const auto rewritten = rewrite_pdf(input, password);
  if (!rewritten) return rewritten.error();
  if (auto bytes = updated(*rewritten.value().bytes, additions)) return std::move(*bytes);
  return Error{ErrorCode::unreadable, input.name, std::nullopt,
               "cannot be annotated: it is damaged", "get the file again"};
}

}  // namespace crossfoot
