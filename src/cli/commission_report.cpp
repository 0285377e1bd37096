#include "cli/commission_report.h"

#include <fmt/format.h>

#include "cli/printing.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

const char* word(Region::Kind kind) {
    return kRegionWords[static_cast<size_t>(kind)];
}

std::string numbers(const ShareRect& box) {
    return fmt::format("{:g}, {:g}, {:g}, {:g}", box.x, box.y, box.width, box.height);
}

std::string in_words(const Region& region) {
    switch (region.kind) {
        case Region::Kind::Box:
            return fmt::format("box {}", numbers(region.box));
        case Region::Kind::Circle:
            return fmt::format("circle {:g}, {:g}, {:g}", region.centre.x, region.centre.y, region.radius);
        case Region::Kind::Mask:
            return printable(region.mask);
        default:
            return word(region.kind);
    }
}

Json json_of_box(const ShareRect& box) {
    return {{"x", box.x}, {"y", box.y}, {"width", box.width}, {"height", box.height}};
}

Json region_json(const Region& region) {
    Json json = {{"kind", word(region.kind)}};
    if (region.kind == Region::Kind::Box)
        json["box"] = json_of_box(region.box);
    if (region.kind == Region::Kind::Circle)
        json["circle"] = {{"x", region.centre.x}, {"y", region.centre.y}, {"radius", region.radius}};
    if (region.kind == Region::Kind::Mask)
        json["file"] = region.mask;
    return json;
}

Json or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json motif_json(const Motif& motif) {
    return {{"file", motif.file},
            {"place", kMotifPlaceWords[static_cast<size_t>(motif.place)]},
            {"box", motif.place == MotifPlace::Box ? json_of_box(motif.box) : Json()},
            {"veil", motif.veil},
            {"folds", motif.folds},
            {"softness", motif.softness},
            {"scale", motif.scale},
            {"repeat", motif.repeat}};
}

Json spatter_json(const Spatter& spatter) {
    return {{"region", region_json(spatter.region)},
            {"colour", spatter.colour},
            {"amount", spatter.amount},
            {"seed", spatter.seed},
            {"direction", spatter.direction},
            {"drop_mm", spatter.drop_mm},
            {"runs", spatter.runs},
            {"under", spatter.under},
            {"eyes", spatter.eyes}};
}

Json subject_json(const Brief& brief) {
    const Subject& subject = brief.subject;
    return {{"mask", or_null(subject.mask)},
            {"marks", or_null(subject.marks)},
            {"box", subject.box ? json_of_box(*subject.box) : Json()},
            {"scale", subject.scale},
            {"crop", subject.crop},
            {"finish", brief.subject_finish}};
}

Json signature_json(const Signature& signature) {
    if (signature.text.empty() && signature.file.empty())
        return {};
    return {{"text", or_null(signature.text)},
            {"file", or_null(signature.file)},
            {"corner", kCornerWords[static_cast<size_t>(signature.corner)]},
            {"colour", or_null(signature.colour)},
            {"height_mm", signature.height_mm > 0.0f ? Json(signature.height_mm) : Json()}};
}

template <typename Parts, typename Tell>
Json list(const Parts& parts, Tell tell) {
    Json json = Json::array();
    for (const auto& part : parts)
        json.push_back(tell(part));
    return json;
}

std::string line(const char* title, const std::string& text) {
    return fmt::format("  {:<14} {}\n", title, text);
}

}  // namespace

std::string commission_as_text(const Brief& brief) {
    std::string text;
    for (const FocusMark& mark : brief.marks)
        text += line("in focus", fmt::format("{}, counts {:g}", in_words(mark.region), mark.weight));
    if (!brief.subject.mask.empty())
        text += line("subject", printable(brief.subject.mask));
    if (!brief.subject.marks.empty())
        text += line("subject", fmt::format("marked by {}", printable(brief.subject.marks)));
    if (brief.backdrop != Backdrop::Auto)
        text += line("background", kBackdropWords[static_cast<size_t>(brief.backdrop)]);
    for (const Motif& motif : brief.motifs)
        text += line("motif", fmt::format("{}, {}, veiled by {:g}", printable(motif.file),
                                          motif.place == MotifPlace::Box
                                              ? fmt::format("box {}", numbers(motif.box))
                                              : kMotifPlaceWords[static_cast<size_t>(motif.place)],
                                          motif.veil));
    for (const Spatter& spatter : brief.spatters)
        text += line("spatter", fmt::format("{:g} of {} at {}", spatter.amount, printable(spatter.colour),
                                            in_words(spatter.region)));
    const Signature& signature = brief.signature;
    if (!signature.text.empty() || !signature.file.empty())
        text +=
            line("signed",
                 fmt::format("{}, {}", printable(signature.text.empty() ? signature.file : signature.text),
                             kCornerWords[static_cast<size_t>(signature.corner)]));
    return text;
}

Json commission_as_json(const Brief& brief) {
    return {{"focus_on", list(brief.marks,
                              [](const FocusMark& mark) {
                                  return Json{{"region", region_json(mark.region)}, {"weight", mark.weight}};
                              })},
            {"subject", subject_json(brief)},
            {"background",
             {{"kind", kBackdropWords[static_cast<size_t>(brief.backdrop)]},
              {"finish", brief.background_finish}}},
            {"motifs", list(brief.motifs, motif_json)},
            {"spatter", list(brief.spatters, spatter_json)},
            {"signature", signature_json(brief.signature)}};
}

}  // namespace allaprima
