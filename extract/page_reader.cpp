#include "extract/page_reader.h"

#include <cerrno>
#include <new>

#include "extract/page_image.h"
#include "extract/read_page.h"
#include "extract/trace.h"

namespace crossfoot {
namespace {

Result<PageAnswer> read_loaded(const PageContent& content, const ExtractOptions& options,
                               LazyRecognizer& recognizer) {
  PageAnswer answer;
  answer.pictures.page = content.number;
  if (options.pictures.most_jpeg_bytes > 0) {
    answer.pictures.jpeg = page_jpeg(content.raster, options.pictures.most_jpeg_bytes);
  }
  std::function<void(const PageTrace&)> trace;
  if (options.pictures.stages) {
    trace = [&](const PageTrace& seen) { answer.pictures.stages = draw_trace(seen); };
  }
  auto reading = read_page(content, options.ocr, [&] { return recognizer.get(); }, trace);
  if (!reading) return reading.error();
  answer.reading = std::move(*reading);
  answer.reading.page.error = content.damage;
  return answer;
}

}  // namespace

PageAnswer unreadable_page(int number, const Error& why) {
  PageAnswer answer;
  answer.reading.page.number = number;
  answer.reading.page.error = why.message + (why.remedy.empty() ? "" : "; " + why.remedy);
  return answer;
}

Result<TextRecognizer*> LazyRecognizer::get() {
  if (!made_) {
    auto made = make_();
    if (!made) return made.error();
    made_ = std::move(*made);
  }
  return made_.get();
}

Result<PageAnswer> read_page_of(Document& document, int number, const ExtractOptions& options,
                                LazyRecognizer& recognizer) {
  const auto failed = [number](const Error& why) -> PageAnswer {
    if (errno == ENOMEM) throw std::bad_alloc();
    return unreadable_page(number, why);
  };
  errno = 0;
  try {
    const auto content = document.load_page(number);
    if (!content) return failed(content.error());
    return read_loaded(content.value(), options, recognizer);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& exception) {
    // What the imaging libraries throw at a size that they cannot handle costs this page alone.
    return failed({ErrorCode::unreadable, "", number,
                   std::string("cannot be analysed: ") + exception.what(), ""});
  }
}

}  // namespace crossfoot
