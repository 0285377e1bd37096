#include "image/oklab.h"

#include <cmath>

namespace allaprima {

Oklab oklab_of_linear(Rgb c) {
    const float l = std::cbrt(0.4122214708f * c.r + 0.5363325363f * c.g + 0.0514459929f * c.b);
    const float m = std::cbrt(0.2119034982f * c.r + 0.6806995451f * c.g + 0.1073969566f * c.b);
    const float s = std::cbrt(0.0883024619f * c.r + 0.2817188376f * c.g + 0.6299787005f * c.b);
    return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
            1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
            0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

Rgb linear_of_oklab(Oklab c) {
    const float l = c.lightness + 0.3963377774f * c.a + 0.2158037573f * c.b;
    const float m = c.lightness - 0.1055613458f * c.a - 0.0638541728f * c.b;
    const float s = c.lightness - 0.0894841775f * c.a - 1.2914855480f * c.b;
    const float l3 = l * l * l, m3 = m * m * m, s3 = s * s * s;
    return {4.0767416621f * l3 - 3.3077115913f * m3 + 0.2309699292f * s3,
            -1.2684380046f * l3 + 2.6097574011f * m3 - 0.3413193965f * s3,
            -0.0041960863f * l3 - 0.7034186147f * m3 + 1.7076147010f * s3};
}

float distance(Oklab first, Oklab second) {
    const Oklab d = first - second;
    return std::sqrt(d.lightness * d.lightness + d.a * d.a + d.b * d.b);
}

}  // namespace allaprima
