#include "seeing/guided_filter.h"

#include "image/filters.h"

namespace allaprima {
namespace {

Image<float> product(const Image<float>& a, const Image<float>& b) {
    Image<float> c(a.size());
    for (size_t i = 0; i < c.pixels().size(); ++i)
        c.pixels()[i] = a.pixels()[i] * b.pixels()[i];
    return c;
}

/// Mean of the products less the product of the means.
float covariance(const Image<float>& products, float mean_a, float mean_b, size_t i) {
    return products.pixels()[i] - mean_a * mean_b;
}

/// The solution of a symmetric system of three by Cramer's rule; the tolerance on its diagonal keeps it
/// regular.
Rgb solved(float rr, float rg, float rb, float gg, float gb, float bb, Rgb right) {
    const float c0 = gg * bb - gb * gb, c1 = gb * rb - rg * bb, c2 = rg * gb - gg * rb;
    const float scale = 1.0f / (rr * c0 + rg * c1 + rb * c2);
    return Rgb{c0 * right.r + c1 * right.g + c2 * right.b,
               c1 * right.r + (rr * bb - rb * rb) * right.g + (rg * rb - rr * gb) * right.b,
               c2 * right.r + (rg * rb - rr * gb) * right.g + (rr * gg - rg * rg) * right.b} *
           scale;
}

}  // namespace

Image<float> guided_filter(const Image<Rgb>& guide, const Image<float>& map, float radius, float tolerance) {
    // A near-Gaussian window of the same spread as the paper's box.
    const float sigma = 0.577f * radius;
    Image<float> r(guide.size()), g(guide.size()), b(guide.size());
    Image<Rgb> weighted(guide.size());
    for (size_t i = 0; i < map.pixels().size(); ++i) {
        const Rgb c = guide.pixels()[i];
        r.pixels()[i] = c.r;
        g.pixels()[i] = c.g;
        b.pixels()[i] = c.b;
        weighted.pixels()[i] = c * map.pixels()[i];
    }
    const Image<Rgb> mean = blurred(guide, sigma), mean_weighted = blurred(weighted, sigma);
    const Image<float> mean_map = blurred(map, sigma);
    const Image<float> rr = blurred(product(r, r), sigma), rg = blurred(product(r, g), sigma),
                       rb = blurred(product(r, b), sigma), gg = blurred(product(g, g), sigma),
                       gb = blurred(product(g, b), sigma), bb = blurred(product(b, b), sigma);
    Image<Rgb> slope(guide.size());
    Image<float> offset(guide.size());
    for (size_t i = 0; i < map.pixels().size(); ++i) {
        const Rgb m = mean.pixels()[i];
        const Rgb with_map = mean_weighted.pixels()[i] - m * mean_map.pixels()[i];
        const Rgb a = solved(covariance(rr, m.r, m.r, i) + tolerance, covariance(rg, m.r, m.g, i),
                             covariance(rb, m.r, m.b, i), covariance(gg, m.g, m.g, i) + tolerance,
                             covariance(gb, m.g, m.b, i), covariance(bb, m.b, m.b, i) + tolerance, with_map);
        slope.pixels()[i] = a;
        offset.pixels()[i] = mean_map.pixels()[i] - (a.r * m.r + a.g * m.g + a.b * m.b);
    }
    const Image<Rgb> mean_slope = blurred(slope, sigma);
    Image<float> result = blurred(offset, sigma);
    for (size_t i = 0; i < map.pixels().size(); ++i) {
        const Rgb a = mean_slope.pixels()[i], c = guide.pixels()[i];
        result.pixels()[i] += a.r * c.r + a.g * c.g + a.b * c.b;
    }
    return result;
}

}  // namespace allaprima
