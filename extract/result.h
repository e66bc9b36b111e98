// What an operation that can fail gives back: a value or an Error that says what failed, where, and
// what to do. Data that disagree are not errors but findings; a broken contract aborts.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace crossfoot {

enum class ErrorCode {
  usage,               // the caller asked for something that cannot be (page out of range)
  unreadable,          // not a document, damaged beyond repair, a page that cannot be decoded
  crashed,             // the process that worked at it came to an end
  encrypted,           // needs a password, or a different one
  missing_dependency,  // language data or a library feature is not installed
  unwritable,          // an output could not be written
  internal,
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string file;         // as the user gave it, may be ""
  std::optional<int> page;  // from 1
  std::string message;      // what failed: "is encrypted"
  std::string remedy;       // what to do: "give its password with --password", may be ""

  // "report.pdf: page 3: cannot be decoded; …" in one line.
  std::string to_string() const {
    std::string line = file;
    if (page) line += (line.empty() ? "page " : ": page ") + std::to_string(*page);
    line += (line.empty() ? "" : ": ") + message;
    if (!remedy.empty()) line += "; " + remedy;
    return line;
  }
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<T>(state_); }
  const T& value() const { return std::get<T>(state_); }
  const Error& error() const { return std::get<Error>(state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace crossfoot
