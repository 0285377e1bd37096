#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "image/colour.h"
#include "image/metrics.h"
#include "pictures/read_photo.h"

namespace allaprima {
namespace {

struct CompareOptions {
    std::string first, second;
    bool json = false;
};

/// What a screen shows of it on white paper: sRGB-encoded, 0 to 1. A large picture is changed in place, so
/// that it stands in memory once.
Image<Rgb> as_seen(Photo photo) {
    Image<Rgb> seen = std::move(photo.colour);
    for (size_t i = 0; i < seen.pixels().size(); ++i) {
        const Rgb colour = srgb_from_linear(seen.pixels()[i]);
        const float alpha = photo.alpha.empty() ? 1.0f : photo.alpha.pixels()[i];
        const auto shown = [alpha](float c) { return 1.0f + alpha * (std::clamp(c, 0.0f, 1.0f) - 1.0f); };
        seen.pixels()[i] = {shown(colour.r), shown(colour.g), shown(colour.b)};
    }
    return seen;
}

struct Likeness {
    double psnr, ssim, flip;
};

std::string as_json(const Likeness& likeness, Size size) {
    // JSON has no infinity; equal pictures have no finite ratio.
    const nlohmann::json psnr =
        std::isfinite(likeness.psnr) ? nlohmann::json(likeness.psnr) : nlohmann::json();
    const nlohmann::ordered_json json = {{"psnr", psnr},          {"ssim", likeness.ssim},
                                         {"flip", likeness.flip}, {"equal", !std::isfinite(likeness.psnr)},
                                         {"width", size.width},   {"height", size.height}};
    return json.dump(2) + "\n";
}

std::string as_table(const Likeness& likeness) {
    const std::string psnr =
        std::isfinite(likeness.psnr) ? fmt::format("{:.2f} dB", likeness.psnr) : std::string("equal");
    return fmt::format("PSNR  {}\nSSIM  {:.4f}\nFLIP  {:.4f}\n", psnr, likeness.ssim, likeness.flip);
}

Status compare(const CompareOptions& options) {
    Result<Photo> first = read_photo(options.first);
    if (!first)
        return first.error();
    const Image<Rgb> a = as_seen(std::move(first).value());
    Result<Photo> second = read_photo(options.second);
    if (!second)
        return second.error();
    const Image<Rgb> b = as_seen(std::move(second).value());
    if (a.size() != b.size())
        return Error{
            fmt::format("{} is {} x {} and {} is {} x {}; only pictures of the same size can be compared",
                        options.first, a.width(), a.height(), options.second, b.width(), b.height())};
    const Likeness likeness{psnr(a, b), ssim(a, b), flip_error(a, b)};
    return print(options.json ? as_json(likeness, a.size()) : as_table(likeness));
}

constexpr const char* kCompareExplained =
    "PSNR  in decibels, over all channels in 8-bit sRGB; more is closer, equal pictures have none (null).\n"
    "SSIM  structural similarity in a 7 x 7 window, 1 when equal.\n"
    "FLIP  what an eye notices when flipping between the two, 0 when equal.\n"
    "Transparent parts are seen on white.\n"
    "--json prints one object with psnr, ssim, flip, equal (true or false), width and height.\n\n"
    "Example:\n"
    "  allaprima compare portrait.png painting.png --json";

}  // namespace

void add_compare_command(Command& program, Task& task) {
    auto options = std::make_shared<CompareOptions>();
    Command& command = add_command(program, "compare", "Measure how alike two pictures of the same size are",
                                   kCompareExplained);
    add_input(command, {.name = "A", .help = "The original", .required = true}, options->first);
    add_input(command, {.name = "B", .help = "The picture that is compared with it", .required = true},
              options->second);
    add_switch(command, "--json", options->json, "Print the figures as JSON");
    on_command(command, task, [options] { return compare(*options); });
}

}  // namespace allaprima
