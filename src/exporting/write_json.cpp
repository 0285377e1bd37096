#include "exporting/write_json.h"

#include <cmath>
#include <span>

#include "exporting/json_fields.h"
#include "exporting/stroke_facts.h"
#include "exporting/strokes_schema.h"
#include "files/text_file.h"
#include "image/colour.h"
#include "model/brief_files.h"
#include "painting_file/kept_names.h"

namespace allaprima {
namespace {

using namespace exporting;

/// A list of objects, one a line.
template <typename T>
std::string list_of(const std::vector<T>& rows) {
    std::string text = "[";
    for (const T& row : rows)
        text += fmt::format("{}\n    {{{}}}", text == "[" ? "" : ",", members_of(row));
    return text + "]";
}

std::string photo_of(const PaintingStart& start) {
    return fmt::format(R"({{"name": {}, "sha256": "{}", "width": {}, "height": {}}})",
                       json_text(start.photo_name), start.photo_digest, start.photo_size.width,
                       start.photo_size.height);
}

/// A file of strokes is for handing on, and paintings of older programs name files by their folders.
void leave_out_folders(std::string& name) {
    name = name_to_pass_on(name);
}

std::string materials_of(Materials materials) {
    visit_files(materials.hand, leave_out_folders);
    return fmt::format("{{{},\n  \"hand\": {{{}}},\n  \"tubes\": {},\n  \"brushes\": {}}}",
                       members_of(materials), members_of(materials.hand), list_of(materials.palette.tubes),
                       list_of(materials.brushes));
}

std::string brief_of(Brief brief) {
    visit_files(brief, leave_out_folders);
    return fmt::format(
        "{{{},\n  \"see\": {},\n  \"focus_marks\": {},\n  \"motifs\": {},\n  \"spatters\": {}}}",
        members_of(brief), list_of(brief.corrections), list_of(brief.marks), list_of(brief.motifs),
        list_of(brief.spatters));
}

std::string row_of(std::span<const float> shares) {
    std::string runs;
    for (size_t from = 0, to = 0; from < shares.size(); from = to) {
        while (to < shares.size() && shares[to] == shares[from])
            ++to;
        runs += fmt::format("{}{}, {}", runs.empty() ? "" : ", ", std::lround(shares[from] * 65535.0f),
                            to - from);
    }
    return runs;
}

/// The outline of a cut-out, as kOutline has it; nothing of other paintings.
void write_outline(const Image<float>& outline, TextFile& out) {
    if (outline.empty())
        return;
    out.write(fmt::format("\"{}\": [", kOutline));
    for (int y = 0; y < outline.height(); ++y)
        out.write(fmt::format("{}\n[{}]", y == 0 ? "" : ",", row_of(outline.row(y))));
    out.write("],\n");
}

/// All that stands before the outline and the strokes.
std::string head_of(const Painting& painting, const Plan& plan) {
    const PaintingStart& start = painting.start;
    return fmt::format(
        "{{\"schema\": \"{}\", \"version\": {},\n\"software\": {},\n\"photo\": {},\n\"brief\": {},\n"
        "\"faces\": {},\n\"materials\": {},\n\"canvas\": {{{}}},\n\"passes\": {},\n",
        kStrokesSchema, kStrokesVersion, json_text(start.software), photo_of(start), brief_of(start.brief),
        list_of(start.faces), materials_of(plan.materials), members_of(plan), list_of(plan.passes));
}

std::string list_of_parts(const WholeParts& parts, size_t tubes) {
    return fmt::format("[{}]", fmt::join(parts.begin(), parts.begin() + static_cast<long>(tubes), ", "));
}

std::string stroke_text(const Plan& plan, size_t i, StrokeFacts& facts) {
    Stroke stroke = plan.strokes[i];
    JsonWriter writer;
    writer.raw(kOrder, fmt::format("{}", i + 1));
    writer.raw(kPass, fmt::format("{}", facts.pass_of(i)));
    painting_fields::visit_fields(writer, stroke);
    const Pressure pressure = pressure_of(stroke);
    writer.raw(kPressure, fmt::format("[{:.3g}, {:.3g}]", pressure.start, pressure.end));
    const std::optional<WholeParts> parts = facts.parts_of(stroke);
    writer.raw(kParts, parts ? list_of_parts(*parts, plan.materials.palette.tubes.size()) : "null");
    writer.raw(kLooks, json_text(hex_of_srgb(facts.look_of(stroke))));
    return fmt::format("{{{}}}", writer.members());
}

}  // namespace

Result<ExportNotes> write_json(const ExportJob& job, const std::string& file) {
    const Plan& plan = job.plan;
    TextFile out(file);
    out.write(head_of(job.painting, plan));
    write_outline(plan.outline, out);
    out.write("\"strokes\": [");
    StrokeFacts facts(plan);
    for (size_t i = 0; i < plan.strokes.size() && !out.failed(); ++i) {
        if (!goes_on(job, i))
            return stopped_export(job);
        out.write(i == 0 ? "\n" : ",\n");
        out.write(stroke_text(plan, i, facts));
    }
    out.write("\n]}\n");
    if (const Status written = out.close(job.path); !written)
        return written.error();
    return ExportNotes{};
}

}  // namespace allaprima
