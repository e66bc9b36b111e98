#include "extract/pdf_place.h"

namespace crossfoot {

Box to_user_space(const PdfView& view, const Box& box) {
  switch (view.rotate_deg) {
    case 90:
      return {view.x0 + box.y0, view.y0 + box.x0, view.x0 + box.y1, view.y0 + box.x1};
    case 180:
      return {view.x1 - box.x1, view.y0 + box.y0, view.x1 - box.x0, view.y0 + box.y1};
    case 270:
      return {view.x1 - box.y1, view.y1 - box.x1, view.x1 - box.y0, view.y1 - box.x0};
    default:
      return {view.x0 + box.x0, view.y1 - box.y1, view.x0 + box.x1, view.y1 - box.y0};
  }
}

}  // namespace crossfoot
