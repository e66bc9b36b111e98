#include "tools/sqlite.h"

#include <sqlite3.h>

namespace crossfoot {
namespace {

constexpr int kWait_ms =
    30'000;  // a commit of another process takes milliseconds, on a bad disk 1 s

void require(int code, sqlite3* database) {
  if (code != SQLITE_OK) throw SqliteError(sqlite3_errmsg(database));
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Database::Closer::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Statement& Statement::bind(std::string_view text) {
  require(sqlite3_bind_text64(statement_.get(), next_parameter_++, text.data(), text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8),
          sqlite3_db_handle(statement_.get()));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  require(sqlite3_bind_int64(statement_.get(), next_parameter_++, number),
          sqlite3_db_handle(statement_.get()));
  return *this;
}

Statement& Statement::bind(double number) {
  require(sqlite3_bind_double(statement_.get(), next_parameter_++, number),
          sqlite3_db_handle(statement_.get()));
  return *this;
}

Statement& Statement::bind(const std::optional<std::int64_t>& number) {
  if (number) return bind(*number);
  require(sqlite3_bind_null(statement_.get(), next_parameter_++),
          sqlite3_db_handle(statement_.get()));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) throw SqliteError(sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
  return false;
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return "";
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Database::Database(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  database_.reset(opened);
  require(code, opened);
  sqlite3_busy_timeout(opened, kWait_ms);
}

void Database::execute(const char* sql) {
  require(sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr), database_.get());
}

Statement Database::prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  require(sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr), database_.get());
  return Statement(statement);
}

std::string sqlite_version() { return sqlite3_libversion(); }

}  // namespace crossfoot
