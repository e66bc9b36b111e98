// A PDF as qpdf saves it, with a page tree of one level.
//
//   as the file says    its cross-reference table, or the objects that qpdf finds without one; then
//                       the catalog and its page tree
//   from what is there  where no trailer, no catalog or no page is left, as in a file that was cut:
//                       qpdf finds the objects, those within object streams are put beside them, and
//                       the pages are those of any catalog found, else all objects that call
//                       themselves a page, in the order of their numbers
//
// Why a trailer of our own for the second: qpdf 11.3 gives up a file without one, and looks into
// object streams only by way of a cross-reference stream. With an empty catalog in front of the file
// it finds the rest. poppler 22.12 gives up such files too; MuPDF reads them in the same way.
//
// The page tree is made anew because PoDoFo refuses deep ones, poppler refuses pages that are no
// objects of their own, and both count a page that is lost otherwise. A lost page keeps its place, as
// a page without size, so that the numbers of the others stay.
//
// What is not whole says so (kDamageKey): a stream that the end of the file cuts, and the last page
// where the list of the pages is lost.
//
// Limits: an encrypted file that lost its trailer stays lost, as the key stood there. A page whose
// parent is lost has lost what it inherited.
#include "extract/pdf_repair.h"

#include <set>
#include <sstream>
#include <string_view>

// qpdf 11 asks which of its two pointer types the caller means: the standard ones.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFWriter.hh>

namespace crossfoot {
namespace {

using Object = QPDFObjectHandle;

constexpr const char* kEmptyCatalog =
    "%PDF-1.7\n"
    "trailer << /Root << /Type /Catalog /Pages << /Type /Pages /Kids [] /Count 0 >> >> >>\n";

// Behind a file that was cut within a stream, so that qpdf finds what there is of it.
constexpr const char* kEndOfStream = "\nendstream\nendobj\n%%EOF\n";

void note_damage(Object dictionary, const char* how) {
  dictionary.replaceKey(std::string("/") + kDamageKey, Object::newString(how));
}

void open(QPDF& pdf, const DocumentBytes& input, const std::string& password) {
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile(input.name.c_str(), input.bytes->data(), input.bytes->size(),
                        password.c_str());
}

bool is_of_type(Object object, const char* type) {
  return object.isDictionary() && object.getKey("/Type").isNameAndEquals(type);
}

void inherit(Object parent, Object kid) {
  for (const char* key : {"/Resources", "/MediaBox", "/CropBox", "/Rotate"}) {
    if (parent.hasKey(key) && !kid.hasKey(key)) kid.replaceKey(key, parent.getKey(key));
  }
}

// The pages below a node in their order, each an object of its own. Empty where all are lost.
std::vector<Object> pages_below(QPDF& pdf, const Object& root) {
  std::vector<Object> pages, open_nodes{root};
  std::set<QPDFObjGen> seen;
  bool any = false;
  while (!open_nodes.empty()) {
    Object node = open_nodes.back();
    open_nodes.pop_back();
    if (!node.isDictionary()) {
      pages.push_back(pdf.makeIndirectObject(Object::parse("<< /Type /Page >>")));
      continue;
    }
    const bool is_new = node.isIndirect() && seen.insert(node.getObjGen()).second;
    Object kids = node.getKey("/Kids");
    if (kids.isArray()) {
      if (node.isIndirect() && !is_new) continue;  // a loop
      for (int i = kids.getArrayNItems() - 1; i >= 0; --i) {
        Object kid = kids.getArrayItem(i);
        if (kid.isDictionary()) inherit(node, kid);
        open_nodes.push_back(kid);
      }
    } else if (!is_of_type(node, "/Pages")) {
      any = true;
      pages.push_back(is_new ? node : pdf.makeIndirectObject(node.shallowCopy()));
    }
  }
  if (!any) pages.clear();
  return pages;
}

void set_pages(QPDF& pdf, Object catalog, const std::vector<Object>& pages) {
  Object tree = pdf.makeIndirectObject(Object::parse("<< /Type /Pages >>"));
  tree.replaceKey("/Kids", Object::newArray(pages));
  tree.replaceKey("/Count", Object::newInteger(static_cast<long long>(pages.size())));
  for (Object page : pages) page.replaceKey("/Parent", tree);
  catalog.replaceKey("/Pages", tree);
}

// Puts the objects of an object stream (PDF 32000-1, 7.5.7) beside the others.
void unpack(QPDF& pdf, Object stream) {
  const auto data = stream.getStreamData(qpdf_dl_generalized);
  const std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  Object entries = stream.getDict();
  const long long count = entries.getKey("/N").getIntValue();
  const long long first = entries.getKey("/First").getIntValue();
  std::istringstream numbers(text);
  std::vector<std::pair<int, std::size_t>> places;  // object number, where it begins
  for (long long i = 0, number = 0, offset = 0; i < count && numbers >> number >> offset; ++i) {
    places.emplace_back(static_cast<int>(number), static_cast<std::size_t>(first + offset));
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto [number, begin] = places[i];
    const std::size_t end = i + 1 < places.size() ? places[i + 1].second : text.size();
    if (number < 1 || begin >= end || end > text.size()) continue;
    const Object object = Object::parse(&pdf, text.substr(begin, end - begin));
    if (pdf.getObject(number, 0).isNull()) pdf.replaceObject(number, 0, object);
  }
}

// The stream whose data go on to the last byte of the file was longer.
void note_cut_stream(QPDF& pdf, const std::string& file) {
  // Without the last line's end, which qpdf does not count. (ends_with is not there in C++17.)
  const std::string_view whole(file.data(), file.find_last_not_of("\r\n") + 1);
  for (Object object : pdf.getAllObjects()) {
    if (!object.isStream()) continue;
    const auto data = object.getRawStreamData();
    const std::string_view text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t size = text.find_last_not_of("\r\n") + 1;
    if (size > 0 && size <= whole.size() &&
        whole.substr(whole.size() - size) == text.substr(0, size)) {
      note_damage(object.getDict(), "the file ends in the middle of it");
    }
  }
}

// Gives a document that was opened behind an empty catalog the pages that its objects make; false
// where they make none.
bool set_pages_from_objects(QPDF& pdf) {
  for (Object object : pdf.getAllObjects()) {
    if (!object.isStream() || !is_of_type(object.getDict(), "/ObjStm")) continue;
    try {
      unpack(pdf, object);
    } catch (const std::exception&) {
      // Cut or damaged: the others may have more.
    }
  }
  std::vector<Object> pages;
  Object catalog = pdf.makeIndirectObject(pdf.getRoot());
  std::vector<Object> lone;
  for (Object object : pdf.getAllObjects()) {
    if (is_of_type(object, "/Page")) lone.push_back(object);
    if (!is_of_type(object, "/Catalog")) continue;
    auto found = pages_below(pdf, object.getKey("/Pages"));
    if (found.empty()) continue;
    pages = std::move(found);
    catalog = object;
  }
  if (pages.empty() && !lone.empty()) {
    note_damage(lone.back(), "the file's list of its pages is lost; more of them may be missing");
    pages = std::move(lone);
  }
  set_pages(pdf, catalog, pages);
  pdf.getTrailer().replaceKey("/Root", catalog);
  return !pages.empty();
}

DocumentBytes written(QPDF& pdf, const std::string& name) {
  QPDFWriter writer(pdf);
  writer.setDeterministicID(true);  // else from the time
  writer.setOutputMemory();
  writer.setPreserveEncryption(false);
  // PoDoFo is at its best with plain objects.
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {name, std::make_shared<std::string>(reinterpret_cast<const char*>(buffer->getBuffer()),
                                              buffer->getSize())};
}

// Nothing where the file's own page tree has no page.
std::optional<DocumentBytes> as_the_file_says(const DocumentBytes& input,
                                              const std::string& password) {
  QPDF pdf;
  open(pdf, input, password);
  const auto pages = pages_below(pdf, pdf.getRoot().getKey("/Pages"));
  if (pages.empty()) return std::nullopt;
  set_pages(pdf, pdf.getRoot(), pages);
  return written(pdf, input.name);
}

std::optional<DocumentBytes> from_what_is_there(const DocumentBytes& input) {
  const DocumentBytes with_catalog{input.name,
                                   std::make_shared<std::string>(
                                                   kEmptyCatalog + *input.bytes + kEndOfStream)};
  QPDF pdf;
  open(pdf, with_catalog, "");
  if (!set_pages_from_objects(pdf)) return std::nullopt;
  note_cut_stream(pdf, *input.bytes);
  return written(pdf, input.name);
}

Error damaged(const DocumentBytes& input, const std::string& how) {
  return {ErrorCode::unreadable, input.name, std::nullopt, "is damaged: " + how,
          "get the file again"};
}

}  // namespace

Result<DocumentBytes> rewrite_pdf(const DocumentBytes& input, const std::string& password) {
  std::string problem = "it has no pages";
  try {
    if (auto sound = as_the_file_says(input, password)) return std::move(*sound);
  } catch (const QPDFExc& exception) {
    if (exception.getErrorCode() == qpdf_e_password) {
      return Error{ErrorCode::encrypted, input.name, std::nullopt,
                   password.empty() ? "is encrypted" : "is encrypted with another password",
                   password.empty() ? "give its password with --password"
                                    : "check the password given with --password"};
    }
    problem = exception.getMessageDetail();
  } catch (const std::exception& exception) {
    problem = exception.what();
  }
  if (input.bytes->find("/Encrypt") != std::string::npos) return damaged(input, problem);
  try {
    if (auto sound = from_what_is_there(input)) return std::move(*sound);
  } catch (const std::exception&) {
    // Nothing was found; the first problem says more.
  }
  return damaged(input, problem);
}

}  // namespace crossfoot
