// Documents read by worker processes: the same tables as by threads, and what one page does to its
// reader is no matter of the others.
#include "extract/page_workers.h"

#include <gmock/gmock.h>

#include <csignal>

#include "tests/extract/pdf_writing.h"
#include "tests/extract/scanned_tables.h"

namespace crossfoot {
namespace {

using test::scanned_table;
using test::scripted_recognizer;
using test::tiff_of;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<RecognizedLine> kScript = {
    {"", 0, {}}, {"item", 1, {}}, {"sum", 1, {}}, {"rent", 1, {}}, {"1,250.00", 0.9, {{"7", 1}}}};

// Reads by the script, and crashes over a page of many lines.
RecognizerFactory crashing_recognizer() {
  class Crashing : public TextRecognizer {
   public:
    std::vector<RecognizedLine> recognize_lines(const std::vector<Raster>& lines) override {
      if (lines.size() > 4) std::raise(SIGSEGV);
      return scripted->recognize_lines(lines);
    }
    std::unique_ptr<TextRecognizer> scripted = std::move(*scripted_recognizer(kScript)());
  };
  return []() -> Result<std::unique_ptr<TextRecognizer>> { return {std::make_unique<Crashing>()}; };
}

std::vector<std::string> said(const TableDocument& document) {
  std::vector<std::string> lines;
  for (const Page& page : document.pages) {
    lines.push_back(std::to_string(page.number) + ": " + page.error.value_or("read"));
  }
  for (const Table& table : document.tables) {
    for (const Cell& cell : table.cells) lines.push_back(table.id + " " + cell.text);
  }
  return lines;
}

TableDocument extracted(const DocumentBytes& input, const ExtractOptions& options) {
  auto document = extract_tables(input, options);
  EXPECT_TRUE(document);
  return document ? std::move(*document) : TableDocument{};
}

const Raster& small_table() {
  static const Raster page = scanned_table({{1, 2}, {3, 4}});
  return page;
}

TEST(PageWorkers, ReadAsThreadsDo) {
  const auto input = tiff_of({small_table(), small_table(), small_table()});
  ExtractOptions options;
  options.recognizer = scripted_recognizer(kScript);
  options.stitch = false;
  const auto by_threads = said(extracted(input, options));
  PageWorkers workers(2, {}, options.recognizer);
  options.workers = &workers;
  EXPECT_EQ(said(extracted(input, options)), by_threads);
}

TEST(PageWorkers, OnePoolReadsDocumentAfterDocument) {
  PageWorkers workers(1, {}, scripted_recognizer(kScript));
  ExtractOptions options;
  options.workers = &workers;
  EXPECT_THAT(said(extracted(tiff_of({small_table()}), options)),
              ElementsAre("1: read", "t1 item", "t1 sum", "t1 rent", "t1 1,250.00"));
  EXPECT_THAT(said(extracted(test::pdf_of({{}, {}}), options)), ElementsAre("1: read", "2: read"));
}

TEST(PageWorkers, ACrashCostsItsPage) {
  const Raster large = scanned_table({{1, 2}, {3, 4}, {3, 4}});
  PageWorkers workers(2, {}, crashing_recognizer());
  ExtractOptions options;
  options.workers = &workers;
  options.stitch = false;
  EXPECT_THAT(said(extracted(tiff_of({small_table(), large, small_table()}), options)),
              ElementsAre("1: read", "2: crashed (signal 11)", "3: read", "t1 item", "t1 sum",
                          "t1 rent", "t1 1,250.00", "t2 item", "t2 sum", "t2 rent",
                          "t2 1,250.00"));
}

// PoDoFo parses itself into the end of the stack at this content, poppler gives up in time.
TEST(PageWorkers, APageThatCrashesALibraryIsLeftToTheOther) {
  std::string deep;
  for (int i = 0; i < 300'000; ++i) deep += "<</A";
  const auto pdf = test::pdf_of({{}, {.content = deep}, {}});
  PageWorkers workers(1, {}, {});
  ExtractOptions options;
  options.ocr = OcrMode::never;
  options.workers = &workers;
  EXPECT_THAT(said(extracted(pdf, options)), ElementsAre("1: read", "2: read", "3: read"));
}

TEST(PageWorkers, ADocumentThatCannotBeOpenedIsAnError) {
  PageWorkers workers(1, {}, {});
  ExtractOptions options;
  options.workers = &workers;
  const auto no_document = extract_tables(test::document_of("no document"), options);
  ASSERT_FALSE(no_document);
  EXPECT_EQ(no_document.error().code, ErrorCode::unreadable);
  EXPECT_THAT(no_document.error().message, HasSubstr("neither a PDF nor an image"));
}

TEST(PageWorkers, WithoutARecogniserThatCanBeMadeNothingIsRead) {
  PageWorkers workers(1, {}, []() -> Result<std::unique_ptr<TextRecognizer>> {
    return Error{ErrorCode::missing_dependency, "", std::nullopt, "no language data", ""};
  });
  ExtractOptions options;
  options.workers = &workers;
  const auto document = extract_tables(tiff_of({small_table()}), options);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::missing_dependency);
}

TEST(InOwnProcess, GivesTheTextOrSaysWhatEndedIt) {
  const auto text = in_own_process({}, [] { return Result<std::string>("text"); });
  ASSERT_TRUE(text);
  EXPECT_EQ(*text, "text");
  const auto crash = in_own_process({}, []() -> Result<std::string> {
    std::raise(SIGSEGV);
    return {"text"};
  });
  ASSERT_FALSE(crash);
  EXPECT_EQ(crash.error().message, "crashed (signal 11)");
}

TEST(PageWorkers, PicturesOfThePagesComeAlong) {
  PageWorkers workers(1, {}, scripted_recognizer(kScript));
  ExtractOptions options;
  options.workers = &workers;
  options.pictures = {.most_jpeg_bytes = 100'000, .stages = true};
  std::vector<PagePictures> seen;
  options.take_pictures = [&](PagePictures pictures) { seen.push_back(std::move(pictures)); };
  extracted(tiff_of({small_table()}), options);
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen[0].page, 1);
  EXPECT_THAT(seen[0].jpeg, testing::StartsWith("\xFF\xD8"));
  EXPECT_EQ(seen[0].stages.size(), 4u);
}

}  // namespace
}  // namespace crossfoot
