#include "model/picture_settings.h"

namespace allaprima {
namespace {

auto sets_finish(Finish finish) {
    return [finish](Brief& brief, std::string_view) {
        brief.finish = finish;
        return true;
    };
}

}  // namespace

std::vector<BriefSetting> ways_to_show() {
    return {
        {.name = "lit",
         .help = "Show the relief of the paint under a light, as is usual",
         .against = {"unlit", "flat", "relief", "normals"},
         .of_rendering = true,
         .in_file = false,
         .form = Form::Switch,
         .set = sets_finish(Finish::Lit)},
        {.name = "unlit",
         .help = "Show the paint's colours alone, without relief",
         .against = {"lit", "flat", "relief", "normals"},
         .of_rendering = true,
         .in_file = false,
         .form = Form::Switch,
         .set = sets_finish(Finish::Unlit)},
        {.name = "flat",
         .help = "Show the plan as it was computed: soft strokes without bristles or light",
         .against = {"lit", "unlit", "relief", "normals"},
         .of_rendering = true,
         .in_file = false,
         .form = Form::Switch,
         .set = sets_finish(Finish::Flat)},
        {.name = "relief",
         .help = "Write the height of the paint instead of its colours: a height map",
         .against = {"lit", "unlit", "flat", "normals"},
         .of_rendering = true,
         .in_file = false,
         .form = Form::Switch,
         .set = sets_finish(Finish::Relief)},
        {.name = "normals",
         .help = "Write which way the surface faces instead of colours: a normal map",
         .against = {"lit", "unlit", "flat", "relief"},
         .of_rendering = true,
         .in_file = false,
         .form = Form::Switch,
         .set = sets_finish(Finish::Normals)},
    };
}

}  // namespace allaprima
