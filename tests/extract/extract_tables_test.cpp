#include <gmock/gmock.h>

#include <sstream>

#include "extract/extract.h"
#include "tests/extract/pdf_writing.h"
#include "tests/extract/scanned_tables.h"

namespace crossfoot {
namespace {

using test::scanned_table;
using test::scripted_recognizer;
using test::tiff_of;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// What lines of 0, 1, 2, … strokes read.
const std::vector<RecognizedLine> kScript = {
    {"", 0, {}},
    {"item", 1, {}},
    {"sum", 1, {}},
    {"rent", 1, {}},
    {"1,250.00", 0.9, {{"7,250.00", 1.5}}},
    {"wages", 1, {}},
    {"3,400.00", 0.4, {}},
    {"total", 1, {}},
    {"4,650.00", 0.95, {}},
    {"Balance sheet", 1, {}},
    {"50017433000000128604", 0.4, {}},
};

const std::vector<std::vector<int>> kFirst = {{1, 2}, {3, 4}, {5, 6}}, kSecond = {{1, 2}, {7, 8}},
                                    kOther = {{1, 2, 2}, {3, 4, 0}};

ExtractOptions scripted(int jobs = 1) {
  ExtractOptions options;
  options.recognizer = scripted_recognizer(kScript);
  options.jobs = jobs;
  return options;
}

TableDocument extracted(const DocumentBytes& input, const ExtractOptions& options) {
  auto document = extract_tables(input, options);
  EXPECT_TRUE(document);
  return document ? *document : TableDocument{};
}

// Everything that extraction says, in one text.
std::string described(const TableDocument& document) {
  std::ostringstream out;
  const auto box = [&out](const Box& b) {
    out << " [" << b.x0 << ' ' << b.y0 << ' ' << b.x1 << ' ' << b.y1 << ']';
  };
  for (const Page& page : document.pages) {
    out << "page " << page.number << ' ' << page.skew_deg << ' ' << page.error.value_or("") << '\n';
  }
  for (const Table& table : document.tables) {
    out << table.id << ' ' << table.title << ' ' << table.n_rows << 'x' << table.n_cols << '\n';
    for (const Cell& cell : table.cells) {
      out << cell.page << ' ' << cell.row << ',' << cell.col << ' ' << cell.text << ' '
          << cell.confidence;
      box(cell.box);
      for (const Alternative& other : cell.alternatives) out << ' ' << other.text;
      out << '\n';
    }
  }
  for (const Paragraph& paragraph : document.text) {
    out << paragraph.page << ' ' << paragraph.text;
    box(paragraph.box);
    out << '\n';
  }
  return out.str();
}

std::vector<std::string> texts_of(const Table& table) {
  std::vector<std::string> texts;
  for (const Cell& cell : table.cells) texts.push_back(cell.text);
  return texts;
}

TEST(ExtractTables, AScannedTableIsReadCellByCell) {
  const auto document = extracted(tiff_of({scanned_table(kFirst, 9)}), scripted());
  ASSERT_THAT(document.tables, SizeIs(1));
  const Table& table = document.tables[0];
  EXPECT_EQ(table.title, "Balance sheet");
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_THAT(texts_of(table), ElementsAre("item", "sum", "rent", "1,250.00", "wages", "3,400.00"));
  const Cell& rent = table.cells[3];
  EXPECT_TRUE(rent.amount);
  EXPECT_EQ(rent.status, CellStatus::read);
  EXPECT_DOUBLE_EQ(rent.confidence, 0.9);
  ASSERT_THAT(rent.alternatives, SizeIs(1));
  EXPECT_EQ(rent.alternatives[0].text, "7,250.00");
  // 350 px wide and 40 high at 150 dpi, at (450, 240).
  EXPECT_NEAR(rent.box.x0, 451 * 0.48, 1.5);
  EXPECT_NEAR(rent.box.y0, 241 * 0.48, 1.5);
  EXPECT_NEAR(rent.box.width(), 350 * 0.48, 1.5);
  EXPECT_EQ(table.cells[5].status, CellStatus::suspect);  // a figure that was read unsurely
}

// More digits than an amount can have.
TEST(ExtractTables, ALongCodeThatWasReadUnsurelyIsSuspect) {
  const auto document = extracted(tiff_of({scanned_table({{1, 2}, {3, 10}})}), scripted());
  ASSERT_THAT(document.tables, SizeIs(1));
  const Cell& code = document.tables[0].cells[3];
  EXPECT_FALSE(code.amount);
  EXPECT_EQ(code.status, CellStatus::suspect);
}

// Strokes of a picture are read as words, too, but unsurely.
TEST(ExtractTables, UnsureWordsMakeNoTableAndStayInTheText) {
  const auto read_with = [](double confidence) {
    ExtractOptions options;
    options.recognizer = scripted_recognizer({{"", 0, {}}, {"strokes", confidence, {}}});
    return extracted(tiff_of({scanned_table({{1, 1}, {1, 1}, {1, 1}})}), options);
  };
  EXPECT_THAT(read_with(0.95).tables, SizeIs(1));
  const auto unsure = read_with(0.7);
  EXPECT_THAT(unsure.tables, SizeIs(0));
  std::string text;
  for (const Paragraph& paragraph : unsure.text) text += paragraph.text + ' ';
  EXPECT_THAT(text, ContainsRegex("(strokes.*){6}"));
}

TEST(ExtractTables, ATableOverTwoPagesIsOne) {
  const auto document =
      extracted(tiff_of({scanned_table(kFirst), scanned_table(kSecond)}), scripted());
  EXPECT_EQ(document.source, "scan.tif");
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(texts_of(document.tables[0]), ElementsAre("item", "sum", "rent", "1,250.00", "wages",
                                                        "3,400.00", "total", "4,650.00"));
  EXPECT_THAT(document.tables[0].pages(), ElementsAre(1, 2));
}

TEST(ExtractTables, TheResultDoesNotDependOnTheNumberOfJobs) {
  std::vector<Raster> pages;
  for (int i = 0; i < 3; ++i) {
    pages.push_back(scanned_table(kFirst, 9));
    pages.push_back(scanned_table(kSecond));
    pages.push_back(scanned_table(kOther));
  }
  const auto input = tiff_of(pages);
  const std::string alone = described(extracted(input, scripted(1)));
  EXPECT_THAT(alone, HasSubstr("t6 "));
  EXPECT_EQ(described(extracted(input, scripted(4))), alone);
  EXPECT_EQ(described(extracted(input, scripted(100))), alone);
}

TEST(ExtractTables, EachThreadMakesARecogniserOfItsOwnWhenItNeedsOne) {
  auto made = std::make_shared<std::atomic<int>>(0);
  ExtractOptions options = scripted(1);
  options.recognizer = scripted_recognizer(kScript, made);
  const auto input = tiff_of({scanned_table(kFirst), scanned_table(kSecond)});
  extracted(input, options);
  EXPECT_EQ(*made, 1);
  options.jobs = 2;
  extracted(input, options);
  EXPECT_LE(*made, 3);
}

TEST(ExtractTables, OnlyThePagesThatWereAskedForAreRead) {
  ExtractOptions options = scripted();
  options.pages = {2};
  std::vector<int> seen;
  options.take_pictures = [&](const PagePictures& pictures) { seen.push_back(pictures.page); };
  const auto document =
      extracted(tiff_of({scanned_table(kFirst), scanned_table(kSecond)}), options);
  ASSERT_THAT(document.pages, SizeIs(1));
  EXPECT_EQ(document.pages[0].number, 2);
  EXPECT_THAT(seen, ElementsAre(2));
}

TEST(ExtractTables, APageOutOfRangeIsAnErrorOfUsage) {
  ExtractOptions options = scripted();
  options.pages = {1, 3};
  const auto document = extract_tables(tiff_of({scanned_table(kFirst)}), options);
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::usage);
  EXPECT_EQ(document.error().page, 3);
  EXPECT_THAT(document.error().remedy, HasSubstr("1 to 1"));
}

TEST(ExtractTables, APageThatFailsDoesNotCostTheOthers) {
  std::vector<int> progress;
  ExtractOptions options = scripted();
  options.progress = [&](int done, int total) {
    EXPECT_EQ(total, 3);
    progress.push_back(done);
  };
  const auto document = extracted(
      tiff_of({scanned_table(kFirst), scanned_table({{1, 2}, {3, 20}}), scanned_table(kOther)}),
      options);
  ASSERT_THAT(document.pages, SizeIs(3));
  EXPECT_FALSE(document.pages[0].error);
  EXPECT_EQ(document.pages[1].error, "cannot be analysed: not in the script");
  EXPECT_FALSE(document.pages[2].error);
  EXPECT_THAT(document.tables, SizeIs(2));
  EXPECT_THAT(progress, ElementsAre(1, 2, 3));
}

TEST(ExtractTables, WithoutARecogniserThatCanBeMadeNothingIsRead) {
  ExtractOptions options;
  options.recognizer = []() -> Result<std::unique_ptr<TextRecognizer>> {
    return Error{ErrorCode::missing_dependency, "", std::nullopt, "no language data", ""};
  };
  for (const int jobs : {1, 4}) {
    options.jobs = jobs;
    const auto document =
        extract_tables(tiff_of({scanned_table(kFirst), scanned_table(kSecond)}), options);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::missing_dependency);
  }
}

TEST(ExtractTables, NeverGivesTheStructureOfAScanWithEmptyCells) {
  ExtractOptions options;
  options.ocr = OcrMode::never;
  const auto document = extracted(tiff_of({scanned_table(kFirst)}), options);
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(texts_of(document.tables[0]), ElementsAre("", "", "", "", "", ""));
}

TEST(ExtractTables, ATrustworthyTextLayerNeedsNoRecogniser) {
  ExtractOptions options;
  options.recognizer = []() -> Result<std::unique_ptr<TextRecognizer>> {
    return Error{ErrorCode::internal, "", std::nullopt, "must not be asked", ""};
  };
  const auto pdf = test::pdf_of({{300, 200, "",
                                  "50 150 200 -80 re S 50 110 m 250 110 l S 150 150 m 150 70 l S "
                                  "BT /F1 12 Tf 60 125 Td (item) Tj 100 0 Td (sum) Tj "
                                  "-100 -40 Td (rent) Tj 100 0 Td (1,250.00) Tj ET"}});
  const auto document = extracted(pdf, options);
  ASSERT_THAT(document.pages, SizeIs(1));
  EXPECT_EQ(document.pages[0].source, PageSource::text);
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(texts_of(document.tables[0]), ElementsAre("item", "sum", "rent", "1,250.00"));
  EXPECT_THAT(document.text, IsEmpty());
}

}  // namespace
}  // namespace crossfoot
