// The format, little-endian throughout:
//
//   file        count, then that many offsets of 64 bits; a part ends where the next begins
//   part 17     the network: layers, each a head (type and name as strings, counts) and its weights
//   part 21     the characters, text, one a line; the first word is the character, NULL a blank
//   part 22     for each character the classes that it is written with
//
// Source: Tesseract 5's reader of these files (src/ccutil/tessdatamanager.cpp, src/lstm/network.cpp,
// weightmatrix.cpp, src/ccutil/unicharcompress.cpp), read for the format.
#include "ocr/language_data.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <sstream>
#include <string_view>

namespace crossfoot {
namespace {

static_assert(std::endian::native == std::endian::little, "the files are little-endian");

constexpr int kNetworkPart = 17, kCharactersPart = 21, kClassesPart = 22;

constexpr int kMostUnits = 1 << 14;  // rows or columns of weights; the largest known has 609

// What does not fit ends the reading.
struct NotBuiltThus {};

void require(bool condition) {
  if (!condition) throw NotBuiltThus{};
}

class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  template <typename T>
  T number() {
    T value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view take(std::size_t count) {
    require(count <= bytes_.size());
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  std::string string() { return std::string(take(number<std::uint32_t>())); }

 private:
  std::string_view bytes_;
};

std::string_view part_of(std::string_view file, int part) {
  Bytes head(file);
  const auto count = head.number<std::int32_t>();
  require(part < count);
  std::vector<std::int64_t> offsets;
  for (std::int32_t i = 0; i < count; ++i) offsets.push_back(head.number<std::int64_t>());
  const std::int64_t begin = offsets[part];
  auto end = static_cast<std::int64_t>(file.size());
  require(begin >= 0 && begin < end);
  for (const std::int64_t offset : offsets) {
    if (offset > begin) end = std::min(end, offset);
  }
  return file.substr(begin, end - begin);
}

struct Head {
  std::string type;
  std::uint32_t flags = 0;
  int inputs = 0, outputs = 0;
};

Head read_head(Bytes& bytes) {
  require(bytes.number<std::int8_t>() == 0);
  Head head{.type = bytes.string()};
  bytes.take(2);  // about training
  head.flags = bytes.number<std::uint32_t>();
  head.inputs = bytes.number<std::int32_t>();
  head.outputs = bytes.number<std::int32_t>();
  bytes.number<std::int32_t>();  // weights in all
  bytes.string();                // name
  return head;
}

Head read_head(Bytes& bytes, std::string_view type) {
  Head head = read_head(bytes);
  require(head.type == type);
  return head;
}

std::uint32_t read_list_head(Bytes& bytes, const Head& head) {
  require(head.type == "Series" || head.type == "XYTranspose" || head.type == "RTLReversed");
  return bytes.number<std::uint32_t>();
}

void skip_list_tail(Bytes& bytes, const Head& head) {
  constexpr std::uint32_t kRatePerLayer = 64;
  if (head.flags & kRatePerLayer) bytes.take(std::size_t{4} * bytes.number<std::uint32_t>());
}

// Appends a matrix of the file, so that the gates of an LSTM become one.
void append_weights(Bytes& bytes, Weights& weights) {
  constexpr std::uint8_t kIntegers = 1, kScalesAreDouble = 128;
  const auto mode = bytes.number<std::uint8_t>();
  require((mode & kIntegers) && (mode & kScalesAreDouble));
  const auto rows = bytes.number<std::uint32_t>();
  const auto columns = bytes.number<std::uint32_t>();  // the last is the bias
  require(rows >= 1 && rows <= kMostUnits && columns >= 2 && columns <= kMostUnits);
  bytes.take(1);  // the value of an empty field
  const std::string_view values = bytes.take(std::size_t{rows} * columns);
  const int used = static_cast<int>(columns) - 1;
  require(weights.rows == 0 || weights.columns == used);
  weights.columns = used;
  constexpr std::int32_t kOne = 127;
  constexpr double kMostScale = 1;  // of a unit; the largest known has 0.004
  for (std::uint32_t row = 0; row < rows; ++row) {
    const char* from = values.data() + std::size_t{row} * columns;
    weights.values.insert(weights.values.end(), from, from + used);
    weights.bias.push_back(static_cast<std::int8_t>(from[used]) * kOne);
  }
  require(bytes.number<std::uint32_t>() == rows);
  for (std::uint32_t row = 0; row < rows; ++row) {
    const double scale = bytes.number<double>() / kOne;
    require(scale >= 0 && scale < kMostScale);
    weights.scale.push_back(static_cast<float>(scale));
  }
  weights.rows += static_cast<int>(rows);
}

Weights read_weights(Bytes& bytes) {
  Weights weights;
  append_weights(bytes, weights);
  return weights;
}

LstmLayer read_lstm(Bytes& bytes, const Head& head) {
  constexpr int kGates = 4;
  LstmLayer layer;
  layer.inputs = head.inputs;
  layer.states = head.outputs;
  require(layer.inputs > 0 && layer.inputs <= kMostUnits && layer.states > 0 &&
          layer.states <= kMostUnits);
  require(bytes.number<std::int32_t>() == layer.inputs + layer.states);  // no second dimension
  for (int gate = 0; gate < kGates; ++gate) append_weights(bytes, layer.gates);
  require(layer.gates.rows == kGates * layer.states &&
          layer.gates.columns == layer.inputs + layer.states);
  return layer;
}

int read_height(Bytes& bytes) {
  read_head(bytes, "Input");
  const auto batch = bytes.number<std::int32_t>(), height = bytes.number<std::int32_t>(),
             width = bytes.number<std::int32_t>(), depth = bytes.number<std::int32_t>();
  bytes.number<std::int32_t>();  // kind of loss
  require(batch == 1 && width == 0 && depth == 1);
  constexpr int kHighest = 256;
  require(height >= 3 && height <= kHighest);
  return height;
}

Weights read_convolution(Bytes& bytes) {
  const Head list = read_head(bytes, "Series");
  require(read_list_head(bytes, list) == 2);
  read_head(bytes, "Convolve");
  require(bytes.number<std::int32_t>() == 1 && bytes.number<std::int32_t>() == 1);  // 3 x 3
  read_head(bytes, "Tanh");
  Weights weights = read_weights(bytes);
  require(weights.columns == 9);
  skip_list_tail(bytes, list);
  read_head(bytes, "Maxpool");
  require(bytes.number<std::int32_t>() == 3 && bytes.number<std::int32_t>() == 3);
  return weights;
}

// A layer inside a list of one.
LstmLayer read_wrapped_lstm(Bytes& bytes, const Head& list, std::string_view type) {
  require(read_list_head(bytes, list) == 1);
  LstmLayer layer = read_lstm(bytes, read_head(bytes, type));
  skip_list_tail(bytes, list);
  return layer;
}

TextNetwork read_network(Bytes& bytes) {
  TextNetwork network;
  const Head list = read_head(bytes, "Series");
  const std::uint32_t layers = read_list_head(bytes, list);
  constexpr std::uint32_t kBesideLstms = 5, kFewest = kBesideLstms + 1, kMost = 16;
  require(layers >= kFewest && layers <= kMost);
  network.height = read_height(bytes);
  network.convolution = read_convolution(bytes);
  network.down = read_wrapped_lstm(bytes, read_head(bytes, "XYTranspose"), "SummLSTM");
  int depth = network.convolution.rows;
  require(network.down.inputs == depth);
  depth = network.down.states;
  for (std::uint32_t i = kBesideLstms; i < layers; ++i) {
    const Head head = read_head(bytes);
    const bool reversed = head.type == "RTLReversed";
    require(reversed || head.type == "LSTM");
    LstmLayer layer =
        reversed ? read_wrapped_lstm(bytes, head, "LSTM") : read_lstm(bytes, head);
    layer.reversed = reversed;
    require(layer.inputs == depth);
    depth = layer.states;
    network.along.push_back(std::move(layer));
  }
  read_head(bytes, "Softmax");
  network.softmax = read_weights(bytes);
  require(network.softmax.columns == depth);
  skip_list_tail(bytes, list);
  return network;
}

// CTC's blank among the file's classes, usually the last.
int read_blank(Bytes& bytes) {
  bytes.string();                                            // the network in VGSL
  for (int i = 0; i < 3; ++i) bytes.number<std::int32_t>();  // about training
  return bytes.number<std::int32_t>();
}

// The blank becomes class 0, those before it move up by one.
int renumbered(int file_class, int blank) {
  return file_class == blank ? 0 : file_class < blank ? file_class + 1 : file_class;
}

void put_first(Weights& weights, int row) {
  require(row >= 0 && row < weights.rows);
  const auto rotate = [&](auto& values, int width) {
    std::rotate(values.begin(), values.begin() + std::ptrdiff_t{row} * width,
                values.begin() + std::ptrdiff_t{row + 1} * width);
  };
  rotate(weights.values, weights.columns);
  rotate(weights.bias, 1);
  rotate(weights.scale, 1);
}

Characters read_characters(std::string_view names, Bytes classes, int blank) {
  std::istringstream lines{std::string(names)};
  std::string line;
  require(static_cast<bool>(std::getline(lines, line)));  // how many
  Characters characters;
  const auto count = classes.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && std::getline(lines, line); ++i) {
    classes.take(1);  // whether the classes are like the character itself
    const auto length = classes.number<std::int32_t>();
    constexpr int kLongest = 9;
    require(length >= 1 && length <= kLongest);
    std::vector<int> key;
    for (int k = 0; k < length; ++k) {
      key.push_back(renumbered(classes.number<std::int32_t>(), blank));
    }
    const std::string name = line.substr(0, line.find(' '));
    if (key.front() != 0) characters[key] = name == "NULL" ? " " : name;
  }
  return characters;
}

}  // namespace

std::optional<LanguageData> parse_language_data(const std::string& bytes) {
  try {
    LanguageData data;
    Bytes network(part_of(bytes, kNetworkPart));
    data.network = read_network(network);
    const int blank = read_blank(network);
    put_first(data.network.softmax, blank);
    data.characters = read_characters(part_of(bytes, kCharactersPart),
                                      Bytes(part_of(bytes, kClassesPart)), blank);
    return data;
  } catch (const NotBuiltThus&) {
    return std::nullopt;
  }
}

}  // namespace crossfoot
