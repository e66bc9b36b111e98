// No field is lost on the way, and no bytes whatever are taken for an answer that could not be one.
#include "extract/page_messages.h"

#include <gmock/gmock.h>

namespace crossfoot {
namespace {

// Every field has a value of its own, so that none can stand for another.
PageAnswer full_answer() {
  Cell cell{0, 0, 2, 3, 7, {1.5, 2.5, 3.5, 4.5}, "1,250.00", 2, 0.875, Amount{125000, 2},
            CellStatus::suspect, "7,250.00", "read unsurely", {{"1,260.00", 1.25}, {"", 2.5}}};
  Table table{"t9", "Balance", "RMB", 1, 2, 3, {{7, {5, 6, 7, 8}, 0, 2}}, {cell}};
  PageAnswer answer;
  answer.reading.page = {7, 595.25, 841.5, 90, -0.25, PageSource::text, 300, "is damaged"};
  answer.reading.tables = {{table, {10.5, 20.5, 30.5, 40.5}, {{7, {1, 2, 3, 4}, "above"}}, false, true, true}};
  answer.reading.text = {{7, {9, 10, 11, 12}, "Notes"}};
  answer.pictures = {7, "jpeg", {{"page-007-1-cleaned.png", std::string("p\0ng", 4)}}};
  return answer;
}

TEST(PageMessages, AnAnswerComesBackWhole) {
  const PageAnswer sent = full_answer();
  const auto received = page_answer_from(to_bytes(Result<PageAnswer>(sent)));
  ASSERT_TRUE(received);
  ASSERT_TRUE(*received);
  const PageReading& reading = (*received)->reading;
  EXPECT_EQ(reading.page.number, 7);
  EXPECT_EQ(reading.page.width_pt, 595.25);
  EXPECT_EQ(reading.page.height_pt, 841.5);
  EXPECT_EQ(reading.page.turned_deg, 90);
  EXPECT_EQ(reading.page.skew_deg, -0.25);
  EXPECT_EQ(reading.page.source, PageSource::text);
  EXPECT_EQ(reading.page.dpi, 300);
  EXPECT_EQ(reading.page.error, "is damaged");
  ASSERT_EQ(reading.tables.size(), 1u);
  const PageTable& page_table = reading.tables[0];
  EXPECT_EQ(page_table.col_edges_pt, sent.reading.tables[0].col_edges_pt);
  ASSERT_EQ(page_table.above.size(), 1u);
  EXPECT_EQ(page_table.above[0].text, "above");
  EXPECT_FALSE(page_table.first_on_page);
  EXPECT_TRUE(page_table.last_on_page);
  EXPECT_TRUE(page_table.open_below);
  const Table& table = page_table.table;
  EXPECT_EQ(table.id, "t9");
  EXPECT_EQ(table.title, "Balance");
  EXPECT_EQ(table.unit, "RMB");
  EXPECT_EQ(std::tuple(table.header_rows, table.n_rows, table.n_cols), std::tuple(1, 2, 3));
  ASSERT_EQ(table.parts.size(), 1u);
  EXPECT_EQ(table.parts[0].page, 7);
  EXPECT_EQ(table.parts[0].box, (Box{5, 6, 7, 8}));
  EXPECT_EQ(std::pair(table.parts[0].first_row, table.parts[0].n_rows), std::pair(0, 2));
  ASSERT_EQ(table.cells.size(), 1u);
  const Cell& cell = table.cells[0];
  EXPECT_EQ(std::tuple(cell.row, cell.col, cell.row_span, cell.col_span),
            std::tuple(0, 0, 2, 3));
  EXPECT_EQ(cell.page, 7);
  EXPECT_EQ(cell.box, (Box{1.5, 2.5, 3.5, 4.5}));
  EXPECT_EQ(cell.text, "1,250.00");
  EXPECT_EQ(cell.lines, 2);
  EXPECT_EQ(cell.confidence, 0.875);
  EXPECT_EQ(cell.amount, (Amount{125000, 2}));
  EXPECT_EQ(cell.status, CellStatus::suspect);
  EXPECT_EQ(cell.read_as, "7,250.00");
  EXPECT_EQ(cell.why, "read unsurely");
  ASSERT_EQ(cell.alternatives.size(), 2u);
  EXPECT_EQ(cell.alternatives[0].text, "1,260.00");
  EXPECT_EQ(cell.alternatives[0].cost, 1.25);
  ASSERT_EQ(reading.text.size(), 1u);
  EXPECT_EQ(reading.text[0].page, 7);
  EXPECT_EQ(reading.text[0].box, (Box{9, 10, 11, 12}));
  EXPECT_EQ(reading.text[0].text, "Notes");
  EXPECT_EQ((*received)->pictures.page, 7);
  EXPECT_EQ((*received)->pictures.jpeg, "jpeg");
  ASSERT_EQ((*received)->pictures.stages.size(), 1u);
  EXPECT_EQ((*received)->pictures.stages[0].name, "page-007-1-cleaned.png");
  EXPECT_EQ((*received)->pictures.stages[0].png, std::string("p\0ng", 4));
}

TEST(PageMessages, AnErrorComesBackWhole) {
  const Error sent{ErrorCode::missing_dependency, "a.pdf", 3, "no data", "install it"};
  const auto received = page_answer_from(to_bytes(Result<PageAnswer>(sent)));
  ASSERT_TRUE(received);
  ASSERT_FALSE(*received);
  EXPECT_EQ(received->error().code, sent.code);
  EXPECT_EQ(received->error().to_string(), sent.to_string());
}

TEST(PageMessages, ATaskHasWhatDecidesTheReading) {
  DocumentTask sent{"a.pdf", {}};
  sent.options.ocr = OcrMode::never;
  sent.options.open = {.password = "secret", .most_pixels = 789, .render_dpi = 123, .distrust = true};
  sent.options.pictures = {456, true};
  const auto received = task_from(to_bytes(sent));
  ASSERT_TRUE(received);
  EXPECT_EQ(received->name, "a.pdf");
  EXPECT_EQ(received->options.ocr, OcrMode::never);
  EXPECT_EQ(received->options.open.password, "secret");
  EXPECT_EQ(received->options.open.most_pixels, 789);
  EXPECT_EQ(received->options.open.render_dpi, 123);
  EXPECT_TRUE(received->options.open.distrust);
  EXPECT_EQ(received->options.pictures.most_jpeg_bytes, 456u);
  EXPECT_TRUE(received->options.pictures.stages);
}

TEST(PageMessages, AnAnswerThatIsCutOrContinuedIsNone) {
  const std::string bytes = to_bytes(Result<PageAnswer>(full_answer()));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(page_answer_from(bytes.substr(0, size))) << size;
  }
  EXPECT_FALSE(page_answer_from(bytes + "x"));
}

TEST(PageMessages, AnyByteMayBeWrongWithoutHarm) {
  const std::string bytes = to_bytes(Result<PageAnswer>(full_answer()));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int flipped : {0x01, 0x80, 0xFF}) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ flipped);
      const auto answer = page_answer_from(damaged);
      if (!answer || !*answer) continue;
      for (const PageTable& table : (*answer)->reading.tables) SlotIndex index(table.table);
    }
  }
}

TEST(PageMessages, TablesWithHolesAreNoAnswer) {
  PageAnswer answer = full_answer();
  answer.reading.tables[0].table.cells[0].col_span = 2;
  EXPECT_FALSE(page_answer_from(to_bytes(Result<PageAnswer>(answer))));
}

}  // namespace
}  // namespace crossfoot
