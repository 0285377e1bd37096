#include "exporting/write_csv.h"

#include "exporting/stroke_facts.h"
#include "files/text_file.h"
#include "image/colour.h"
#include "painting_file/painting_fields.h"

namespace allaprima {
namespace {

using painting_fields::Range;

/// A text in quotes. One that a spreadsheet would take for a formula begins with an apostrophe, which it
/// shows as text.
std::string in_quotes(std::string_view text) {
    constexpr std::string_view kFormulaBegins = "=+-@\t\r";
    std::string quoted = "\"";
    if (!text.empty() && kFormulaBegins.find(text.front()) != std::string_view::npos)
        quoted += '\'';
    for (const char c : text)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

/// One visitor of a stroke's fields for the line of names and for the lines of values.
class CsvLine {
  public:
    enum class Of { Names, Values };
    CsvLine(Of of, const Palette& palette) : of_(of), palette_(palette) {}

    const std::string& text() const { return text_; }

    void cell(std::string_view name, std::string_view value) {
        if (!text_.empty())
            text_ += ',';
        text_ += of_ == Of::Names ? name : value;
    }
    template <typename T>
    void real(std::string_view name, T& value, Range) {
        cell(name, fmt::format("{}", value));
    }
    void whole(std::string_view name, int& value, int64_t, int64_t) { cell(name, fmt::format("{}", value)); }
    /// As text: spreadsheets keep 53 bits of a number.
    void seed(std::string_view name, uint64_t& value) { cell(name, fmt::format("\"seed {}\"", value)); }
    /// A column for each tube, which bears its name.
    template <size_t N>
    void numbers(std::string_view, std::array<float, N>& values, Range) {
        static_assert(N == kMostTubes);
        for (size_t tube = 0; tube < palette_.tubes.size(); ++tube)
            cell(in_quotes("share of " + palette_.tubes[tube].name), fmt::format("{}", values[tube]));
    }

  private:
    Of of_;
    const Palette& palette_;
    std::string text_;
};

/// "3 Titanium White + 1 Bone Black".
std::string recipe_text(const std::optional<WholeParts>& parts, const Palette& palette) {
    std::string text;
    for (size_t tube = 0; parts && tube < palette.tubes.size(); ++tube)
        if ((*parts)[tube] > 0)
            text +=
                fmt::format("{}{} {}", text.empty() ? "" : " + ", (*parts)[tube], palette.tubes[tube].name);
    return text;
}

std::string line_of(CsvLine::Of of, const Plan& plan, size_t i, Stroke stroke, StrokeFacts& facts) {
    CsvLine line(of, plan.materials.palette);
    const Pass pass = plan.passes.empty() ? Pass{} : plan.passes[facts.pass_of(i)];
    line.cell("order", fmt::format("{}", i + 1));
    line.cell("pass", in_quotes(pass.name));
    line.cell("coat", kCoatWords[static_cast<size_t>(pass.coat)]);
    line.cell("brush_name", in_quotes(plan.materials.brushes[static_cast<size_t>(stroke.brush)].name));
    painting_fields::visit_fields(line, stroke);
    const Pressure pressure = pressure_of(stroke);
    line.cell("pressure_start", fmt::format("{:.3g}", pressure.start));
    line.cell("pressure_end", fmt::format("{:.3g}", pressure.end));
    line.cell("looks", hex_of_srgb(facts.look_of(stroke)));
    line.cell("recipe", in_quotes(recipe_text(facts.parts_of(stroke), plan.materials.palette)));
    return line.text() + "\r\n";
}

}  // namespace

Result<ExportNotes> write_csv(const ExportJob& job, const std::string& file) {
    const Plan& plan = job.plan;
    TextFile out(file);
    StrokeFacts facts(plan);
    out.write(line_of(CsvLine::Of::Names, plan, 0, {}, facts));
    for (size_t i = 0; i < plan.strokes.size() && !out.failed(); ++i) {
        if (!goes_on(job, i))
            return stopped_export(job);
        out.write(line_of(CsvLine::Of::Values, plan, i, plan.strokes[i], facts));
    }
    if (const Status written = out.close(job.path); !written)
        return written.error();
    return ExportNotes{};
}

}  // namespace allaprima
