#include "model/export_settings.h"

#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

constexpr size_t kLongestFileName = 4096;

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
    const ExportSetting head{
        .name = "head",
        .placeholder = "FILE.toml",
        .range = "a file of a head, as 'allaprima robot --template' writes one",
        .standard = "a small table",
        .help = "The machine that paints: its reach, tools, pots and speeds (.gcode)",
        .table = "robot",
        .files = Files::Always,
        .set = sets_text(kLongestFileName, [](ExportSettings& of) { return &of.robot.head; })};
    const ExportSetting pots{
        .name = "pots",
        .placeholder = "N",
        .range = from_to(0, kMostPots) + "; 0: as many as there are paints",
        .standard = "24",
        .help = "Heaps of paint to mix at most; paints that look alike share one (.gcode)",
        .table = "robot",
        .form = Form::Number,
        .set = sets_number<int>(0, kMostPots, [](ExportSettings& of) { return &of.robot.pots; })};
    const ExportSetting fit{
        .name = "fit",
        .placeholder = "HOW",
        .range = one_of(kFitWords),
        .standard = "adapt",
        .help = "What happens to strokes beyond the reach, or too narrow or broad for the tools (.gcode)",
        .choices = list_of(kFitWords),
        .table = "robot",
        .set = sets_choice(kFitWords, [](ExportSettings& of) { return &of.robot.fit; })};
    return {head, pots, fit};
}

/// The film of the making.
std::vector<ExportSetting> film_settings() {
    const ExportSetting seconds{
        .name = "seconds",
        .placeholder = "S",
        .range = from_to(kShortestFilm, kLongestFilm),
        .standard = "10",
        .help = "How long the film of the making is, bare ground to finished picture",
        .table = "film",
        .form = Form::Number,
        .set = sets_number<double>(kShortestFilm, kLongestFilm,
                                   [](ExportSettings& of) { return &of.film.seconds; })};
    const ExportSetting fps{
        .name = "fps",
        .placeholder = "N",
        .range = from_to(kFewestFps, kMostFps),
        .standard = "30, or 15 for a .gif",
        .help = "Frames per second",
        .table = "film",
        .form = Form::Number,
        .example = "25",
        .set = sets_number<int>(kFewestFps, kMostFps, [](ExportSettings& of) { return &of.film.fps; })};
    const ExportSetting easing{
        .name = "easing",
        .placeholder = "WORD",
        .range = one_of(kFilmEasingWords),
        .standard = kFilmEasingWords.front(),
        .help = "Whether broad strokes take their time and small ones hurry, or all take the same",
        .choices = list_of(kFilmEasingWords),
        .table = "film",
        .set = sets_choice(kFilmEasingWords, [](ExportSettings& of) { return &of.film.easing; })};
    const ExportSetting camera{
        .name = "camera",
        .placeholder = "WORD",
        .range = one_of(kFilmCameraWords),
        .standard = kFilmCameraWords.front(),
        .help = "Whether the whole picture is seen, or where strokes are being laid",
        .choices = list_of(kFilmCameraWords),
        .table = "film",
        .set = sets_choice(kFilmCameraWords, [](ExportSettings& of) { return &of.film.camera; })};
    return {seconds, fps, easing, camera};
}

/// The page for a print shop.
std::vector<ExportSetting> print_settings() {
    const ExportSetting bleed{.name = "bleed",
                              .placeholder = "MM",
                              .range = from_to(0, static_cast<int>(kWidestBleedMm)),
                              .standard = "3",
                              .help = "By how many millimetres paint reaches beyond the edge that is cut",
                              .table = "print",
                              .form = Form::Number,
                              .set = sets_number<double>(0.0, kWidestBleedMm, [](ExportSettings& of) {
                                  return &of.print.bleed_mm;
                              })};
    const ExportSetting marks{.name = "no-marks",
                              .help = "Leave out the crop marks",
                              .table = "print",
                              .form = Form::Switch,
                              .set = [](ExportSettings& of, std::string_view text) {
                                  of.print.marks = text != "true";
                                  return true;
                              }};
    return {bleed, marks};
}

/// The guide for a hand.
std::vector<ExportSetting> guide_settings() {
    const ExportSetting heaps{
        .name = "heaps",
        .placeholder = "N",
        .range = from_to(2, kMostGuideHeaps),
        .standard = "24",
        .help = "The most heaps of paint in a guide to paint by hand",
        .table = "guide",
        .form = Form::Number,
        .set = sets_number<int>(2, kMostGuideHeaps, [](ExportSettings& of) { return &of.guide.heaps; })};
    return {heaps};
}

}  // namespace

const std::vector<ExportSetting>& export_settings() {
    static const std::vector<ExportSetting> all = [] {
        std::vector<ExportSetting> together;
        for (const auto& group :
             {drawing_settings(), film_settings(), print_settings(), robot_settings(), guide_settings()})
            together.insert(together.end(), group.begin(), group.end());
        return together;
    }();
    return all;
}

}  // namespace allaprima
