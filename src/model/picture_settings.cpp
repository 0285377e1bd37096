#include "model/picture_settings.h"

#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

/// Puts a length of the print into the place that `member` finds; pixels that were asked for before give way.
auto sets_print(std::optional<double> OutputSize::*member) {
    return [=](Brief& brief, std::string_view text) {
        const std::optional<double> mm = length_mm(text, kSmallestPrint, kLargestPrint);
        if (mm) {
            brief.output.size.reset();
            brief.output.long_side.reset();
            brief.output.*member = *mm;
        }
        return mm.has_value();
    };
}

/// What was asked for in centimetres before gives way: all of the shape is in the pixels.
bool set_size(Brief& brief, std::string_view text) {
    const size_t cross = text.find_first_of("xX");
    if (cross == std::string_view::npos)
        return false;
    const auto width = number<int>(text.substr(0, cross), 1, kLongestSide);
    const auto height = number<int>(text.substr(cross + 1), 1, kLongestSide);
    if (width && height) {
        const std::optional<double> dpi = brief.output.dpi;
        brief.output = {};
        brief.output.size = Size{*width, *height};
        brief.output.dpi = dpi;
    }
    return width && height;
}

bool set_long_side(Brief& brief, std::string_view text) {
    const auto pixels = number<int>(text, 1, kLongestSide);
    if (pixels) {
        brief.output.size.reset();
        brief.output.long_side = *pixels;
    }
    return pixels.has_value();
}

bool set_light(Brief& brief, std::string_view text) {
    const auto light = numbers<2>(text, {kLeastAzimuth, kLowestElevation}, {kMostAzimuth, kHighestElevation});
    if (light)
        brief.light = {(*light)[0], (*light)[1]};
    return light.has_value();
}

bool set_depth(Brief& brief, std::string_view text) {
    if (text != "8" && text != "16")
        return false;
    brief.depth = text == "8" ? 8 : 16;
    return true;
}

auto sets_finish(Finish finish) {
    return [finish](Brief& brief, std::string_view) {
        brief.finish = finish;
        return true;
    };
}

}  // namespace

std::vector<BriefSetting> picture_settings() {
    return {
        {.name = "width",
         .placeholder = "LENGTH",
         .range = "1cm to 2000cm, like 60cm, 600mm or 24in",
         .help = "Width of the canvas and of its print; the height follows",
         .of_rendering = true,
         .table = "canvas",
         .example = "60cm",
         .set = sets_print(&OutputSize::width_mm)},
        {.name = "height",
         .placeholder = "LENGTH",
         .range = "1cm to 2000cm, like 60cm, 600mm or 24in",
         .help = "Height of the canvas and of its print; with --width, bare canvas fills what is left over",
         .of_rendering = true,
         .table = "canvas",
         .example = "80cm",
         .set = sets_print(&OutputSize::height_mm)},
        {.name = "dpi",
         .placeholder = "N",
         .range = "10 to 4800",
         .standard = "300, for a print",
         .help = "Pixels to an inch of the print; the picture's file says so",
         .of_rendering = true,
         .table = "canvas",
         .form = Form::Number,
         .example = "300",
         .set =
             [](Brief& brief, std::string_view text) {
                 const auto dpi = number<double>(text, kFewestDpi, kMostDpi);
                 if (dpi)
                     brief.output.dpi = *dpi;
                 return dpi.has_value();
             }},
        {.name = "long",
         .placeholder = "PX",
         .range = from_to(1, kLongestSide),
         .standard = std::to_string(kStandardLongSide),
         .help = "Long side of the picture in pixels; the other side follows",
         .against = {"size"},
         .of_rendering = true,
         .table = "output",
         .form = Form::Number,
         .set = set_long_side},
        {.name = "size",
         .placeholder = "WxH",
         .range = "like 1600x1200, each side " + from_to(1, kLongestSide),
         .help = "Exactly this size in pixels; where the shape differs, bare canvas fills the rest",
         .against = {"long", "width", "height"},
         .of_rendering = true,
         .table = "output",
         .example = "1600x1200",
         .set = set_size},
        {.name = "depth",
         .placeholder = "BITS",
         .range = "8 or 16",
         .standard = "8 in PNG and JPEG, 16 in TIFF and EXR",
         .help = "Bits of a channel: 16 makes a PNG without banding; the other formats hold only their own",
         .choices = {"8", "16"},
         .of_rendering = true,
         .table = "output",
         .form = Form::Number,
         .example = "16",
         .set = set_depth},
        {.name = "lit",
         .help = "Show the relief of the paint under a light, as paintings are unless asked otherwise",
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
        {.name = "output.show",
         .placeholder = "HOW",
         .range = one_of(kFinishWords),
         .standard = "lit",
         .help = "What is shown: the paint's relief under a light, its colours alone, the plan as it was "
                 "computed, a height map or a normal map",
         .choices = list_of(kFinishWords),
         .of_rendering = true,
         .typed = false,
         .table = "output",
         .key = "show",
         .set = sets_choice(kFinishWords, [](Brief& b) { return &b.finish; })},
        {.name = "light",
         .placeholder = "AZ,EL",
         .range = "azimuth 0 to 360 and elevation 5 to 90",
         .standard = "315,40",
         .help = "Degrees the light comes from: azimuth (0 above, 90 right) and elevation (low rakes, 90 "
                 "head-on)",
         .of_rendering = true,
         .table = "output",
         .form = Form::Numbers,
         .set = set_light},
        {.name = "icc",
         .placeholder = "PROFILE",
         .range = "an ICC profile's file: RGB, CMYK or grey",
         .standard = "sRGB",
         .help = "Convert the picture for this printer or screen, and tell what it cannot show",
         .of_rendering = true,
         .table = "output",
         .files = Files::Always,
         .example = "printer.icc",
         .set = sets_text(kLongestText, [](Brief& b) { return &b.icc; })},
        {.name = "intent",
         .placeholder = "INTENT",
         .range = "perceptual, relative, saturation or absolute",
         .standard = "relative",
         .help = "What becomes of colours that the profile's device cannot show",
         .choices = {kIntentWords.begin(), kIntentWords.end()},
         .of_rendering = true,
         .table = "output",
         .set = sets_choice(kIntentWords, [](Brief& b) { return &b.intent; })},
    };
}

}  // namespace allaprima
