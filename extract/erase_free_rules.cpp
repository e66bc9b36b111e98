#include "extract/erase_free_rules.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "extract/cv_view.h"

namespace crossfoot {
namespace {

// In text heights. The horizontal stroke of a character set at twice the body's size is 2.6 long;
// the rule under a narrow column of figures can be that short as well, but it is thin.
constexpr double kRule = 4.0;
constexpr double kShortRule = 2.2;
constexpr double kThin = 0.13;
constexpr double kReach = 0.3;  // ruling and mask may disagree by this

}  // namespace

void erase_free_rules(CleanPage& page, const Rulings& rulings, const std::vector<Grid>& grids) {
  const double h = page.text_height_px;
  cv::Mat ink = cv_view(page.ink), gray = cv_view(page.gray);
  const cv::Rect sheet(0, 0, ink.cols, ink.rows);
  const cv::Mat mask = cv_view(rulings.mask);
  cv::Mat erase = cv::Mat::zeros(ink.size(), CV_8UC1);
  for (const Ruling& rule : rulings.lines) {
    const bool flat = rule.direction == Direction::horizontal;
    const bool is_rule = rule.length() >= kRule * h ||
                         (flat && rule.length() >= kShortRule * h && rule.thickness <= kThin * h);
    if (!is_rule) continue;
    const int reach = static_cast<int>(std::ceil(kReach * h + rule.thickness / 2));
    const int from = static_cast<int>(rule.from), to = static_cast<int>(std::ceil(rule.to));
    const int low = static_cast<int>(std::min(rule.at_from, rule.at_to)) - reach;
    const int high = static_cast<int>(std::max(rule.at_from, rule.at_to)) + reach;
    const cv::Rect around =
        (flat ? cv::Rect(from, low, to - from, high - low) : cv::Rect(low, from, high - low, to - from)) &
        sheet;
    cv::bitwise_or(erase(around), mask(around), erase(around));
  }
  for (const Grid& grid : grids) {
    const PixelBox box = grid.box();
    erase(cv::Rect(box.x0, box.y0, box.width(), box.height()) & sheet).setTo(0);
  }
  cv::Mat soft;
  cv::dilate(erase, soft, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  ink.setTo(0, soft);
  // The gray edge of a ruling is one pixel wider than its ink.
  cv::dilate(soft, soft, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  gray.setTo(255, soft);
}

}  // namespace crossfoot
