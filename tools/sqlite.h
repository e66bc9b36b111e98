// SQLite behind its adapter: a database file and statements on it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace crossfoot {

// The database cannot be read or written; what() is SQLite's own message.
struct SqliteError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Run once: bind what its ?s stand for in their order, then step. Compiling one takes microseconds.
class Statement {
 public:
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(int number) { return bind(static_cast<std::int64_t>(number)); }
  Statement& bind(double number);
  Statement& bind(const std::optional<std::int64_t>& number);  // absent is NULL

  // True while there is a row.
  bool step();

  std::string text(int column) const;  // "" for NULL
  std::int64_t number(int column) const;
  double real(int column) const;
  bool is_null(int column) const;

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int next_parameter_ = 1;
};

class Database {
 public:
  // A file, made where there is none; "" is a temporary database on disk that nobody else sees.
  // What another process holds locked is waited for, some seconds long.
  explicit Database(const std::filesystem::path& file);

  void execute(const char* sql);  // statements without parameters and without rows
  Statement prepare(const char* sql);

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };
  std::unique_ptr<sqlite3, Closer> database_;
};

std::string sqlite_version();

}  // namespace crossfoot
