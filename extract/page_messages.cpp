#include "extract/page_messages.h"

#include <algorithm>

#include "extract/workers/bytes.h"

namespace crossfoot {

template <class Archive>
void fields(Archive& archive, MaybeConst<Box> auto& box) {
  archive(box.x0, box.y0, box.x1, box.y1);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Amount> auto& amount) {
  archive(amount.units, amount.decimals);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Alternative> auto& alternative) {
  archive(alternative.text, alternative.cost);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Cell> auto& cell) {
  archive(cell.row, cell.col, cell.row_span, cell.col_span, cell.page, cell.box, cell.text,
          cell.lines, cell.confidence, cell.amount, cell.status, cell.read_as, cell.why,
          cell.alternatives);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<TablePart> auto& part) {
  archive(part.page, part.box, part.first_row, part.n_rows);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Table> auto& table) {
  archive(table.id, table.title, table.unit, table.header_rows, table.n_rows, table.n_cols,
          table.parts, table.cells);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Page> auto& page) {
  archive(page.number, page.width_pt, page.height_pt, page.turned_deg, page.skew_deg, page.source,
          page.dpi, page.error);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Paragraph> auto& paragraph) {
  archive(paragraph.page, paragraph.box, paragraph.text);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<PageTable> auto& table) {
  archive(table.table, table.col_edges_pt, table.above, table.first_on_page, table.last_on_page,
          table.open_below);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<PageReading> auto& reading) {
  archive(reading.page, reading.tables, reading.text);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<StagePicture> auto& picture) {
  archive(picture.name, picture.png);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<PagePictures> auto& pictures) {
  archive(pictures.page, pictures.jpeg, pictures.stages);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<PageAnswer> auto& answer) {
  archive(answer.reading, answer.pictures);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<Error> auto& error) {
  archive(error.code, error.file, error.page, error.message, error.remedy);
}

template <class Archive>
void fields(Archive& archive, MaybeConst<DocumentTask> auto& task) {
  archive(task.name, task.options.ocr, task.options.open.password, task.options.open.most_pixels, task.options.open.render_dpi,
          task.options.open.distrust,
          task.options.pictures.most_jpeg_bytes, task.options.pictures.stages);
}

namespace {

template <class T>
std::string bytes_of(const Result<T>& result) {
  ByteWriter writer;
  writer(result.ok());
  if (result) {
    writer(*result);
  } else {
    writer(result.error());
  }
  return writer.take();
}

template <class T>
std::optional<T> value_from(ByteReader& reader) {
  T value{};
  reader(value);
  return reader.at_end() ? std::optional(std::move(value)) : std::nullopt;
}

template <class T>
std::optional<Result<T>> result_from(std::string_view bytes) {
  ByteReader reader(bytes);
  bool ok = false;
  reader(ok);
  if (ok) {
    if (auto value = value_from<T>(reader)) return Result<T>(std::move(*value));
  } else if (auto error = value_from<Error>(reader)) {
    if (error->code <= ErrorCode::internal) return Result<T>(std::move(*error));
  }
  return std::nullopt;
}

// A cell cannot be smaller than a pixel of a raster that can be drawn.
constexpr int kMostRowsOrColumns = 1 << 15;

bool is_sound(const Table& table) {
  const auto is_status = [](const Cell& cell) { return cell.status <= CellStatus::corrected; };
  return table.n_rows > 0 && table.n_cols > 0 && table.n_rows <= kMostRowsOrColumns &&
         table.n_cols <= kMostRowsOrColumns && !table.parts.empty() &&
         std::all_of(table.cells.begin(), table.cells.end(), is_status) &&
         !tiling_defect(table.cells, table.n_rows, table.n_cols);
}

bool is_sound(const PageReading& reading) {
  return reading.page.source <= PageSource::text &&
         std::all_of(reading.tables.begin(), reading.tables.end(),
                     [](const PageTable& table) { return is_sound(table.table); });
}

}  // namespace

std::string to_bytes(const DocumentTask& task) {
  ByteWriter writer;
  writer(task);
  return writer.take();
}

std::string to_bytes(const Result<int>& page_count) { return bytes_of(page_count); }
std::string to_bytes(const Result<PageAnswer>& answer) { return bytes_of(answer); }
std::string to_bytes(const Result<std::string>& text) { return bytes_of(text); }

std::optional<DocumentTask> task_from(std::string_view bytes) {
  ByteReader reader(bytes);
  return value_from<DocumentTask>(reader);
}

std::optional<Result<int>> page_count_from(std::string_view bytes) {
  return result_from<int>(bytes);
}

std::optional<Result<std::string>> text_from(std::string_view bytes) {
  return result_from<std::string>(bytes);
}

std::optional<Result<PageAnswer>> page_answer_from(std::string_view bytes) {
  auto answer = result_from<PageAnswer>(bytes);
  if (answer && *answer && !is_sound((*answer)->reading)) return std::nullopt;
  return answer;
}

}  // namespace crossfoot
