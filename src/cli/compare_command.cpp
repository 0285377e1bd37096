#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "advising/compare_pictures.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"

namespace allaprima {
namespace {

struct CompareOptions {
    std::string first, second;
    bool json = false;
};

std::string as_json(const Likeness& likeness) {
    // JSON has no infinity; equal pictures have no finite ratio.
    const nlohmann::json psnr =
        std::isfinite(likeness.psnr) ? nlohmann::json(likeness.psnr) : nlohmann::json();
    const nlohmann::ordered_json json = {{"psnr", psnr},
                                         {"ssim", likeness.ssim},
                                         {"flip", likeness.flip},
                                         {"equal", !std::isfinite(likeness.psnr)},
                                         {"width", likeness.size.width},
                                         {"height", likeness.size.height}};
    return json.dump(2) + "\n";
}

std::string as_table(const Likeness& likeness) {
    const std::string psnr =
        std::isfinite(likeness.psnr) ? fmt::format("{:.2f} dB", likeness.psnr) : std::string("equal");
    return fmt::format("PSNR  {}\nSSIM  {:.4f}\nFLIP  {:.4f}\n", psnr, likeness.ssim, likeness.flip);
}

Status compare(const CompareOptions& options) {
    const Result<Likeness> likeness = compare_pictures(options.first, options.second);
    if (!likeness)
        return likeness.error();
    return print(options.json ? as_json(*likeness) : as_table(*likeness));
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
