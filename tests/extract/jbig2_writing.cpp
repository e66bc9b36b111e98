// The encoder is that of T.88, annex E (figures E.3 to E.11), with the contexts of template 0
// (6.2.5.3).
#include "tests/extract/jbig2_writing.h"

#include <cstdint>
#include <vector>

namespace crossfoot::test {
namespace {

using std::string_literals::operator""s;

std::string big_endian(std::size_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
  return bytes;
}

std::string segment(int number, int type, const std::string& data) {
  return big_endian(static_cast<std::size_t>(number)) + static_cast<char>(type) + "\0\x01"s +
         big_endian(data.size()) + data;
}

// 7.4.8 and 7.4.6. `coded` begins with the region's own flags.
std::string page_with_region(int width, int height, const std::string& coded) {
  const std::string size =
      big_endian(static_cast<std::size_t>(width)) + big_endian(static_cast<std::size_t>(height));
  const std::string nowhere = big_endian(0) + big_endian(0);
  constexpr int kPage = 48, kRegion = 38;
  return segment(0, kPage, size + nowhere + "\0\0\0"s) +
         segment(1, kRegion, size + nowhere + "\0"s + coded);
}

// Table E.1: how likely the less likely value is, and the states after either.
struct State {
  std::uint32_t less_likely;
  int after_more, after_less;
  bool swaps;
};
constexpr State kStates[] = {
    {0x5601, 1, 1, true},    {0x3401, 2, 6, false},   {0x1801, 3, 9, false},
    {0x0AC1, 4, 12, false},  {0x0521, 5, 29, false},  {0x0221, 38, 33, false},
    {0x5601, 7, 6, true},    {0x5401, 8, 14, false},  {0x4801, 9, 14, false},
    {0x3801, 10, 14, false}, {0x3001, 11, 17, false}, {0x2401, 12, 18, false},
    {0x1C01, 13, 20, false}, {0x1601, 29, 21, false}, {0x5601, 15, 14, true},
    {0x5401, 16, 14, false}, {0x5101, 17, 15, false}, {0x4801, 18, 16, false},
    {0x3801, 19, 17, false}, {0x3401, 20, 18, false}, {0x3001, 21, 19, false},
    {0x2801, 22, 19, false}, {0x2401, 23, 20, false}, {0x2201, 24, 21, false},
    {0x1C01, 25, 22, false}, {0x1801, 26, 23, false}, {0x1601, 27, 24, false},
    {0x1401, 28, 25, false}, {0x1201, 29, 26, false}, {0x1101, 30, 27, false},
    {0x0AC1, 31, 28, false}, {0x09C1, 32, 29, false}, {0x08A1, 33, 30, false},
    {0x0521, 34, 31, false}, {0x0441, 35, 32, false}, {0x02A1, 36, 33, false},
    {0x0221, 37, 34, false}, {0x0141, 38, 35, false}, {0x0111, 39, 36, false},
    {0x0085, 40, 37, false}, {0x0049, 41, 38, false}, {0x0025, 42, 39, false},
    {0x0015, 43, 40, false}, {0x0009, 44, 41, false}, {0x0005, 45, 42, false},
    {0x0001, 45, 43, false}, {0x5601, 46, 46, false}};

class ArithmeticEncoder {
 public:
  void encode(std::size_t context, bool value) {
    Context& at = contexts_[context];
    const State& state = kStates[at.state];
    interval_ -= state.less_likely;
    const bool is_less_likely = value != at.likely;
    if (!is_less_likely && (interval_ & 0x8000) != 0) {
      code_ += state.less_likely;
      return;
    }
    if ((interval_ < state.less_likely) == is_less_likely) {
      code_ += state.less_likely;
    } else {
      interval_ = state.less_likely;
    }
    if (is_less_likely && state.swaps) at.likely = !at.likely;
    at.state = is_less_likely ? state.after_less : state.after_more;
    do {
      interval_ <<= 1;
      code_ <<= 1;
      if (--until_byte_ == 0) put_byte();
    } while ((interval_ & 0x8000) == 0);
  }

  std::string finished() {
    const std::uint32_t end = code_ + interval_;
    code_ |= 0xFFFF;
    if (code_ >= end) code_ -= 0x8000;
    for (int i = 0; i < 2; ++i) {
      code_ <<= until_byte_;
      put_byte();
    }
    if (bytes_.back() != '\xFF') bytes_ += '\xFF';
    return bytes_.substr(1) + '\xAC';
  }

 private:
  struct Context {
    int state = 0;
    bool likely = false;
  };

  void put_byte() {
    if (bytes_.back() != '\xFF' && code_ >= 0x8000000) {
      ++bytes_.back();
      code_ &= 0x7FFFFFF;
    }
    const int bits = bytes_.back() == '\xFF' ? 7 : 8;  // a bit is stuffed behind FF
    bytes_ += static_cast<char>(code_ >> (27 - bits));
    code_ &= (1U << (27 - bits)) - 1;
    until_byte_ = bits;
  }

  std::uint32_t interval_ = 0x8000, code_ = 0;
  int until_byte_ = 12;
  std::string bytes_ = "\0"s;
  std::vector<Context> contexts_ = std::vector<Context>(1 << 16);
};

}  // namespace

std::string jbig2_of_fax(const std::string& fax, int width, int height) {
  return page_with_region(width, height, "\x01"s + fax);
}

std::string arithmetic_jbig2(int width, int height, const std::function<bool(int, int)>& is_ink) {
  // The pixels before, in the order of their bits in the context, the lowest first.
  constexpr struct {
    int x, y;
  } kBefore[] = {{-1, 0},  {-2, 0},  {-3, 0},  {-4, 0}, {3, -1}, {2, -1}, {1, -1},  {0, -1},
                 {-1, -1}, {-2, -1}, {-3, -1}, {2, -2}, {1, -2}, {0, -2}, {-1, -2}, {-2, -2}};
  ArithmeticEncoder encoder;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      std::size_t context = 0, bit = 1;
      for (const auto [dx, dy] : kBefore) {
        const bool inside = x + dx >= 0 && x + dx < width && y + dy >= 0;
        if (inside && is_ink(x + dx, y + dy)) context |= bit;
        bit <<= 1;
      }
      encoder.encode(context, is_ink(x, y));
    }
  }
  const std::string where = "\x03\xFF\xFD\xFF\x02\xFE\xFE\xFE"s;  // of its four movable pixels
  return page_with_region(width, height, "\0"s + where + encoder.finished());
}

}  // namespace crossfoot::test
