#include "model/export_settings.h"

#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

constexpr size_t kLongestFileName = 4096;
constexpr int kMostPots = 10'000;

/// Centre lines for pens.
std::vector<ExportSetting> drawing_settings() {
    const ExportSetting plotter{
        .name = "plotter",
        .help = "Centre lines alone, a layer for each tube, in an order that saves travel (.svg)",
        .table = "drawing",
        .form = Form::Switch,
        .set = sets_switch([](ExportSettings& of) { return &of.plotter; })};
    return {plotter};
}

/// Programs for machines that paint.
std::vector<ExportSetting> robot_settings() {
    const ExportSetting head{.name = "head",
                             .placeholder = "FILE.toml",
                             .range = "a file of a head, as 'allaprima robot --template' writes one",
                             .standard = "a small table",
                             .help = "The machine that paints: its reach, tools, pots and speeds (.gcode)",
                             .table = "robot",
                             .files = Files::Always,
                             .set = sets_text(kLongestFileName, [](ExportSettings& of) { return &of.head; })};
    const ExportSetting pots{
        .name = "pots",
        .placeholder = "N",
        .range = from_to(0, kMostPots) + "; 0: as many as there are paints",
        .standard = "24",
        .help = "Heaps of paint to mix at most; paints that look alike share one (.gcode)",
        .table = "robot",
        .form = Form::Number,
        .set = sets_number<int>(0, kMostPots, [](ExportSettings& of) { return &of.pots; })};
    const ExportSetting fit{
        .name = "fit",
        .placeholder = "HOW",
        .range = one_of(kFitWords),
        .standard = "adapt",
        .help = "What becomes of strokes beyond the reach, or too narrow or broad for the tools (.gcode)",
        .choices = list_of(kFitWords),
        .table = "robot",
        .set = sets_choice(kFitWords, [](ExportSettings& of) { return &of.fit; })};
    return {head, pots, fit};
}

}  // namespace

const std::vector<ExportSetting>& export_settings() {
    static const std::vector<ExportSetting> all = [] {
        std::vector<ExportSetting> settings = drawing_settings();
        for (const auto& more : {robot_settings()})
            settings.insert(settings.end(), more.begin(), more.end());
        return settings;
    }();
    return all;
}

}  // namespace allaprima
