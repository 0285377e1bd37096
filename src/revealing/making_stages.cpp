#include "revealing/making_stages.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <set>

#include "rendering/growing_picture.h"
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
    stages.reserve(strokes.size());
    for (const int laid : strokes)
        stages.push_back({laid, laid == 0 ? std::string() : pass_of_stroke(plan, laid - 1)});
    return stages;
}

Status write_stages(const Plan& plan, const std::vector<MakingStage>& stages, const RenderSettings& settings,
                    const std::string& folder, const ThreadPool& workers, Observer& observer) {
    if (const Status made = make_page_folder(folder); !made)
        return made;
    GrowingPicture growing(plan, settings, workers);
    for (size_t i = 0; i < stages.size(); ++i) {
        if (observer.stop_requested())
            return stopped_page();
        growing.lay_up_to(static_cast<size_t>(stages[i].strokes));
        const std::filesystem::path path = std::filesystem::path(folder) / fmt::format("{:03}.jpg", i);
        if (const Status written = write_page_picture(path.string(), on_white(growing.picture())); !written)
            return written;
        observer.progress("painting", static_cast<double>(i + 1) / static_cast<double>(stages.size()));
    }
    return Done{};
}

}  // namespace allaprima
