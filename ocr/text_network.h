// The networks with which Tesseract 5 reads lines of text, run on many lines at once.
#pragma once

#include <cstdint>
#include <vector>

#include "ocr/integer_matrix.h"
#include "ocr/line_scores.h"

namespace crossfoot {

// Integer weights of one layer.
struct Weights {
  int rows = 0, columns = 0;        // without bias
  std::vector<std::int8_t> values;  // rows x columns
  std::vector<std::int32_t> bias;   // of each row, in the unit of a sum of products
  std::vector<float> scale;         // of each row: real value of one unit of such a sum
};

// Rows of `gates`: cell inputs, input gates, forget gates, output gates, each `states` of them.
// Columns: `inputs`, then the states' last outputs.
struct LstmLayer {
  int inputs = 0, states = 0;
  bool reversed = false;  // right to left
  Weights gates;
};

// Every model of tessdata_fast is built like this, in VGSL "[1,H,0,1 Ct3,3,16 Mp3,3 Lfys64 Lfx96
// Lrx96 Lfx512 O1c1]": a convolution of 3 x 3 pixels, the maximum of 3 x 3, an LSTM down every column
// of these, LSTMs along the line, and a softmax.
struct TextNetwork {
  int height = 0;  // of the line's image, in pixels
  Weights convolution;
  LstmLayer down;
  std::vector<LstmLayer> along;
  Weights softmax;  // the first row is CTC's blank
};

// Of a line, the network's height times `width`; -127 ink .. 127 paper.
struct TextImage {
  int width = 0;
  std::vector<std::int8_t> pixels;
};

// Weights that are ready to be multiplied.
struct ReadyWeights {
  explicit ReadyWeights(Weights weights);
  int rows() const { return static_cast<int>(bias.size()); }

  IntegerMatrix matrix;
  std::vector<std::int32_t> bias;
  std::vector<float> scale;
};

struct ReadyLstm {
  explicit ReadyLstm(LstmLayer layer);

  int inputs, states;
  bool reversed;
  ReadyWeights gates;
};

// A network that is ready to run.
class LineNetwork {
 public:
  explicit LineNetwork(TextNetwork network);
  int height() const { return height_; }
  // One result an image, in their order, with a column for every three pixels. About 2 ms for a Chinese
  // line of ten characters.
  std::vector<LineScores> run(const std::vector<TextImage>& images) const;

 private:
  int height_;
  ReadyWeights convolution_;
  ReadyLstm down_;
  std::vector<ReadyLstm> along_;
  ReadyWeights softmax_;
};

}  // namespace crossfoot
