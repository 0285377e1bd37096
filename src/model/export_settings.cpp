#include "model/export_settings.h"

#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

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
        .standard = "30, of a .gif 15",
        .help = "Frames of a second",
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

}  // namespace

const std::vector<ExportSetting>& export_settings() {
    static const std::vector<ExportSetting> all = [] {
        std::vector<ExportSetting> together;
        for (const auto& group : {drawing_settings(), film_settings()})
            together.insert(together.end(), group.begin(), group.end());
        return together;
    }();
    return all;
}

}  // namespace allaprima
