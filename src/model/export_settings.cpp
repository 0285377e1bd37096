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

}  // namespace

const std::vector<ExportSetting>& export_settings() {
    static const std::vector<ExportSetting> all = drawing_settings();
    return all;
}

}  // namespace allaprima
