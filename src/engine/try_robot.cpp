#include "engine/try_robot.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "engine/canvas_shape.h"
#include "engine/load_painting.h"
#include "files/ordinary_file.h"
#include "image/metrics.h"
#include "rendering/render.h"
#include "robot/write_gcode.h"

namespace allaprima {
namespace {

constexpr uintmax_t kLongestProgram = uintmax_t{128} << 20;  // bytes; some 300,000 strokes
constexpr int kLongSide = 1024;

Result<std::string> program_of(const std::string& path) {
    std::error_code fault;
    if (std::filesystem::exists(path, fault))
        if (const Status ordinary = check_ordinary_file(path); !ordinary)
            return ordinary.error();
    const uintmax_t size = std::filesystem::file_size(path, fault);
    if (fault)
        return Error{fmt::format("cannot read {}: {}", path, fault.message())};
    if (size > kLongestProgram)
        return Error{fmt::format("{} is longer than any program: at most 128 MB are read", path)};
    std::string text(static_cast<size_t>(size), '\0');
    std::ifstream in(path, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<size_t>(in.gcount()));
    return text;
}

Picture picture_of(const Plan& plan, const ThreadPool& workers) {
    RenderSettings settings;
    settings.size = size_within({plan.width_mm, plan.height_mm}, {kLongSide, kLongSide});
    return render_picture(plan, settings, workers);
}

}  // namespace

Result<RobotTrial> try_robot(const std::string& painting_file, const std::string& program,
                             const RobotSettings& asked, const ThreadPool& workers, Observer& observer) {
    const Result<std::string> text = program_of(program);
    if (!text)
        return text.error();
    const Result<RobotHead> head = head_of(asked);
    if (!head)
        return head.error();
    const Result<Painting> painting = load_planned(painting_file);
    if (!painting)
        return painting.error();
    const Plan placed = on_canvas_asked(*painting->plan, painting->start.brief.output);
    const Result<HandPlan> hand = plan_hand(placed, *head, asked, workers, observer);
    if (!hand)
        return hand.error();
    RobotTrial trial;
    const Vec2 canvas{placed.width_mm, placed.height_mm};
    trial.simulation = simulate_robot(*text, *head, canvas, hand->pots.pots.size());
    const Result<Plan> painted = painted_by(trial.simulation, *hand, *head);
    if (!painted)
        return Error{fmt::format("{}: {}", program, painted.error().message)};
    const Image<Rgb> picture = picture_of(*painted, workers).colour;
    const auto likeness = [&](const Plan& plan) {
        return std::min(99.0, psnr(picture, picture_of(plan, workers).colour));
    };
    trial.plan_db = painted->strokes == hand->plan.strokes ? 99.0 : likeness(hand->plan);
    trial.picture_db = likeness(placed);
    return trial;
}

}  // namespace allaprima
