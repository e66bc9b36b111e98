// Values as bytes and back, between processes of one program on one machine: as they stand in
// memory, texts and lists after their length.
//
// A struct names its fields once, for both ways, so that what is written is what is read:
//
//   template <class Archive>
//   void fields(Archive& archive, MaybeConst<Box> auto& box) { archive(box.x0, box.y0); }
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace crossfoot {

template <class T, class Struct>
concept MaybeConst = std::same_as<std::remove_const_t<T>, Struct>;

template <class T>
concept PlainValue = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class ByteWriter {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <PlainValue T>
  void put(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(const std::string& text) {
    put(std::uint64_t{text.size()});
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(std::uint64_t{values.size()});
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
    requires std::is_class_v<T>
  void put(const T& value) {
    fields(*this, value);
  }

  std::string bytes_;
};

// Whatever the bytes are, reading stays within them; once they fall short ok() is false and values
// are left as they were.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && rest_.empty(); }

 private:
  std::string_view taken(std::uint64_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  template <PlainValue T>
  void get(T& value) {
    if (const auto bytes = taken(sizeof value); ok_) {
      if constexpr (std::same_as<T, bool>) {
        value = bytes[0] != 0;
      } else {
        std::memcpy(&value, bytes.data(), sizeof value);
      }
    }
  }
  void get(std::string& text) {
    std::uint64_t size = 0;
    get(size);
    text = taken(size);
  }
  template <class T>
  void get(std::vector<T>& values) {
    std::uint64_t size = 0;
    get(size);
    values.clear();
    // Not resized at once: the length may be a lie.
    for (std::uint64_t i = 0; ok_ && i < size; ++i) {
      values.emplace_back();
      get(values.back());
    }
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool is_there = false;
    get(is_there);
    value.reset();
    if (is_there && ok_) get(value.emplace());
  }
  template <class T>
    requires std::is_class_v<T>
  void get(T& value) {
    fields(*this, value);
  }

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace crossfoot
