#include "revealing/making_stages.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <set>

#include "base/part_observer.h"
#include "revealing/page_files.h"

namespace allaprima {
namespace {

std::string pass_of_stroke(const Plan& plan, int stroke) {
    int end = 0;
    for (const Pass& pass : plan.passes)
        if (stroke < (end += pass.strokes))
            return pass.name;
    return {};
}

}  // namespace

std::vector<MakingStage> making_stages(const Plan& plan, int count) {
    const auto all = static_cast<int>(plan.strokes.size());
    std::set<int> strokes;
    for (int i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / (count - 1);
        strokes.insert(static_cast<int>(std::lround(share * share * all)));
    }
    int end = 0;
    for (const Pass& pass : plan.passes)
        strokes.insert(end += pass.strokes);
    std::vector<MakingStage> stages;
    for (const int laid : strokes)
        stages.push_back({laid, laid == 0 ? std::string() : pass_of_stroke(plan, laid - 1)});
    return stages;
}

Status write_stages(const Plan& plan, const std::vector<MakingStage>& stages, const RenderSettings& settings,
                    const std::string& folder, const Workers& workers, Observer& observer) {
    if (const Status made = make_page_folder(folder); !made)
        return made;
    const auto count = static_cast<double>(stages.size());
    for (size_t i = 0; i < stages.size(); ++i) {
        PartObserver part(observer, static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
        Image<Rgb> seen(settings.size);
        const Status complete =
            render_rows(first_strokes(plan, stages[i].strokes), settings, workers, part,
                        [&](int first_row, const Picture& rows) {
                            const Image<Rgb> opaque = on_white(rows);
                            for (int y = 0; y < rows.size().height; ++y)
                                std::ranges::copy(opaque.row(y), seen.row(first_row + y).begin());
                            return Status(Done{});
                        });
        if (!complete)
            return complete;
        const std::filesystem::path path = std::filesystem::path(folder) / fmt::format("{:03}.jpg", i);
        if (const Status written = write_page_picture(path.string(), std::move(seen)); !written)
            return written;
    }
    return Done{};
}

}  // namespace allaprima
