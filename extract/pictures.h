// Pictures of pages for people, made while a page is read.
#pragma once

#include <string>
#include <vector>

namespace crossfoot {

struct PictureOptions {
  std::size_t most_jpeg_bytes = 0;  // of the page as it was loaded, see page_jpeg(); 0 for none
  bool stages = false;              // what the stages saw, see draw_trace()
};

struct StagePicture {
  std::string name;  // "page-003-1-cleaned.png"
  std::string png;
};

struct PagePictures {
  int page = 0;
  std::string jpeg;
  std::vector<StagePicture> stages;
};

}  // namespace crossfoot
