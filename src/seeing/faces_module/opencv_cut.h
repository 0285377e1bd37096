#pragma once
#include <vector>

#include "seeing/faces_module.h"

namespace allaprima {

/// By OpenCV's maximum flow.
std::vector<bool> opencv_cut(const CutGraph& graph);

}  // namespace allaprima
