#include "plotting/write_plot.h"

#include <fmt/format.h>

#include "exporting/svg_text.h"
#include "files/text_file.h"
#include "image/colour.h"
#include "plotting/pen_drawing.h"

namespace allaprima {
namespace {

/// A length in hundredths of a millimetre, as the view box counts.
long step(float mm) {
    return std::lround(static_cast<double>(mm) * 100.0);
}

std::string points_of(const PenStroke& line) {
    std::string text = fmt::format("M{} {}L", step(line.front().x), step(line.front().y));
    for (size_t i = 1; i < line.size(); ++i)
        text += fmt::format("{}{} {}", i == 1 ? "" : " ", step(line[i].x), step(line[i].y));
    return text;
}

std::string head_of(const PlotSheet& sheet, const std::string& packet) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" width=\"{:.6g}mm\" "
        "height=\"{:.6g}mm\" viewBox=\"0 0 {} {}\"><desc>Alla Prima: a drawing for pens</desc>{}\n",
        sheet.width_mm, sheet.height_mm, step(sheet.width_mm), step(sheet.height_mm),
        packet.empty() ? "" : "<metadata>" + packet + "</metadata>");
}

void write_layer(const PenLayer& layer, size_t number, double pen_mm, TextFile& out) {
    out.write(layer_tag(fmt::format("pen{}", number), fmt::format("{} {}", number, layer.pen.name)));
    out.write(
        fmt::format("\n<g fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"round\" "
                    "stroke-linejoin=\"round\">\n",
                    hex_of_srgb(layer.pen.colour), step(static_cast<float>(pen_mm))));
    for (const PenStroke& line : layer.lines)
        out.write(fmt::format("<path d=\"{}\"/>\n", points_of(line)));
    out.write("</g></g>\n");
}

ExportNotes notes_of(const PenDrawing& drawing, size_t strokes) {
    ExportNotes notes{fmt::format("{} of {} strokes are seen on the paper; {} pens on {:g} x {:g} mm",
                                  drawing.strokes, strokes, drawing.layers.size(), drawing.sheet.width_mm,
                                  drawing.sheet.height_mm)};
    for (size_t i = 0; i < drawing.layers.size(); ++i) {
        const PenLayer& layer = drawing.layers[i];
        notes.push_back(fmt::format("pen {}, {} ({}): {} lines, {:.1f} m drawn and {:.1f} m lifted", i + 1,
                                    layer.pen.name, hex_of_srgb(layer.pen.colour), layer.lines.size(),
                                    layer.drawn_mm / 1000.0, layer.lifted_mm / 1000.0));
    }
    return notes;
}

}  // namespace

Result<ExportNotes> write_plot(const ExportJob& job, const std::string& file) {
    const Result<std::string> packet = packet_of(job);
    if (!packet)
        return packet.error();
    const Result<std::optional<PenDrawing>> drawn =
        draw_with_pens(job.plan, job.asked.plot, job.workers, job.observer);
    if (!drawn)
        return drawn.error();
    if (!drawn->has_value())
        return stopped_export(job);
    const PenDrawing& drawing = **drawn;
    TextFile out(file);
    out.write(head_of(drawing.sheet, *packet));
    for (size_t i = 0; i < drawing.layers.size(); ++i)
        write_layer(drawing.layers[i], i + 1, job.asked.plot.pen_mm, out);
    out.write("</svg>\n");
    if (const Status written = out.close(job.path); !written)
        return written.error();
    return notes_of(drawing, job.plan.strokes.size());
}

}  // namespace allaprima
