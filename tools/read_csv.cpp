#include "tools/read_csv.h"

#include <algorithm>

#include "tools/table_slots.h"

namespace crossfoot {
namespace {

using Record = std::vector<std::string>;

Table table_of(const std::vector<Record>& records, int page) {
  Table table;
  table.n_rows = static_cast<int>(records.size());
  for (const Record& record : records) {
    table.n_cols = std::max(table.n_cols, static_cast<int>(record.size()));
  }
  for (int row = 0; row < table.n_rows; ++row) {
    Record record = records[static_cast<std::size_t>(row)];
    record.resize(static_cast<std::size_t>(table.n_cols));
    for (int col = 0; col < table.n_cols; ++col) {
      Cell cell;
      cell.row = row;
      cell.col = col;
      cell.page = page;
      cell.text = std::move(record[static_cast<std::size_t>(col)]);
      cell.lines = cell.text.empty() ? 0 : 1;
      cell.amount = parse_amount(cell.text);
      table.cells.push_back(std::move(cell));
    }
  }
  if (page > 0) table.parts = {{page, {}, 0, table.n_rows}};
  return table;
}

// Takes records off the front of a text.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool has_open_quote() const { return has_open_quote_; }

  // An empty line gives a record of one empty field.
  Record record() {
    Record fields;
    do {
      fields.push_back(take('"') ? quoted() : plain());
    } while (take(','));
    take('\r');
    take('\n');
    return fields;
  }

 private:
  std::string plain() {
    const std::size_t end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
    std::string field(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return field;
  }

  // What follows a closing quote up to the comma belongs to the field, as spreadsheets take it.
  std::string quoted() {
    std::string field;
    while (!rest_.empty()) {
      if (take('"')) {
        if (!take('"')) return field + plain();
        field += '"';
      } else {
        field += rest_.front();
        rest_.remove_prefix(1);
      }
    }
    has_open_quote_ = true;
    return field;
  }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::string_view rest_;
  bool has_open_quote_ = false;
};

}  // namespace

Result<std::vector<Table>> tables_from_csv(std::string_view bytes, const std::string& name,
                                           int page) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::vector<Table> tables;
  std::vector<Record> records;
  const auto end_table = [&] {
    if (records.empty()) return;
    tables.push_back(table_of(records, page));
    tables.back().id = std::string("t").append(std::to_string(tables.size()));
    records.clear();
  };
  CsvReader reader(bytes);
  while (!reader.at_end()) {
    Record record = reader.record();
    if (record.size() == 1 && record[0].empty()) {
      end_table();
    } else {
      records.push_back(std::move(record));
    }
  }
  end_table();
  if (reader.has_open_quote()) {
    return Error{ErrorCode::unreadable, name, std::nullopt, "is no CSV: a quote does not end",
                 "double the quotes inside a quoted field"};
  }
  return tables;
}

Table flattened(const Table& table) {
  Table flat = table_of(table_slots(table), 0);
  flat.id = table.id;
  flat.parts = table.parts;
  return flat;
}

}  // namespace crossfoot
