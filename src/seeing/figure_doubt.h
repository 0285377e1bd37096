#pragma once
#include <optional>

#include "image/image.h"
#include "model/study.h"

namespace allaprima {

/// What speaks against a figure that was cut out: that much of its border has the same colours on both sides,
/// or that it is not where people are seen. Nothing where nothing does.
///
/// @param picture sRGB-encoded. @param figure of its size, not empty. @param people as Sights::people, or
/// empty.
std::optional<FigureDoubt> doubt_of(const Image<Rgb>& picture, const Image<float>& figure,
                                    const Image<float>& people);

}  // namespace allaprima
