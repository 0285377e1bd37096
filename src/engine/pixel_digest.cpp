#include "engine/pixel_digest.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace allaprima {
namespace {

char step_of(float value) {
    const float within = std::isfinite(value) ? std::clamp(value, 0.0f, 1.0f) : 0.0f;
    return static_cast<char>(static_cast<unsigned char>(std::lround(within * 255.0f)));
}

}  // namespace

PixelDigest::PixelDigest(Size picture) {
    digest_.add("allaprima pixels 1\n" + std::to_string(picture.width) + " " +
                std::to_string(picture.height) + "\n");
}

void PixelDigest::add(const Picture& rows) {
    bytes_.clear();
    for (size_t i = 0; i < rows.colour.pixels().size(); ++i) {
        const Rgb colour = rows.colour.pixels()[i];
        for (const float channel : {colour.r, colour.g, colour.b})
            bytes_.push_back(step_of(channel));
        if (!rows.alpha.empty())
            bytes_.push_back(step_of(rows.alpha.pixels()[i]));
    }
    digest_.add(bytes_);
}

}  // namespace allaprima
