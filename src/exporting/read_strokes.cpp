#include "exporting/read_strokes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "exporting/json_fields.h"
#include "exporting/json_pieces.h"
#include "exporting/strokes_schema.h"
#include "files/digest.h"
#include "files/ordinary_file.h"
#include "model/part_settings.h"
#include "painting_file/check_plan.h"
#include "pigment/named_tubes.h"
#include "pigment/recipe_book.h"

namespace allaprima {
namespace {

using namespace exporting;
using namespace painting_fields;

constexpr int kMostPasses = 1000;
constexpr int kMostFaces = 10'000;
constexpr size_t kLongestName = 4096;

/// Takes a painting together from the members of the file. Each function returns a fault, or nothing.
class Gatherer {
  public:
    std::string member(const std::string& name, const Json& value);
    std::string stroke(size_t number, const Json& value);
    std::string outline_row(size_t number, const Json& runs);
    /// Gives what is left out, and looks at the whole, once it is there.
    std::string check();
    Painting painting() &&;

  private:
    std::string schema(const Json& value);
    std::string version(const Json& value);
    std::string photo(const Json& value);
    std::string brief(const Json& value);
    std::string materials(const Json& value);
    std::string tubes(const Json& list);
    void complete();
    void mix();

    /// A list of what is declared.
    template <typename T>
    std::string list(const Json& value, const std::string& place, size_t most, Missing missing,
                     std::vector<T>& rows) {
        if (!value.is_array() || value.size() > most)
            return fmt::format("{} must be a list of at most {}", place, most);
        std::string fault;
        for (size_t i = 0; i < value.size() && fault.empty(); ++i)
            rows.push_back(read_members<T>(value[i], fmt::format("{}[{}]", place, i), missing, fault));
        return fault;
    }
    /// A list that is a member of an object; nothing where it is missing.
    template <typename T>
    std::string list_in(JsonReader& reader, std::string_view name, size_t most, Missing missing,
                        std::vector<T>& rows) {
        const Json* value = reader.taken(name);
        return value ? list(*value, reader.at(name), most, missing, rows) : std::string();
    }

    PaintingStart start_;
    Plan plan_;
    std::set<std::string, std::less<>> met_;
    std::vector<float> outline_;  ///< Row by row, each of
    size_t outline_width_ = 0;    ///< so many pixels.
};

std::string Gatherer::schema(const Json& value) {
    return value == kStrokesSchema ? "" : fmt::format("schema must be \"{}\"", kStrokesSchema);
}

std::string Gatherer::version(const Json& value) {
    if (value == kStrokesVersion)
        return {};
    if (value.is_number_unsigned())
        return fmt::format(
            "it was made by a newer Alla Prima (version {}; this one reads {}): update Alla Prima to read it",
            value.get<uint64_t>(), kStrokesVersion);
    return fmt::format("version must be {}", kStrokesVersion);
}

std::string Gatherer::photo(const Json& value) {
    std::string fault;
    JsonReader reader(value, "photo", Missing::Fault, fault);
    constexpr int kLongestPhotoSide = std::numeric_limits<int>::max();
    reader.text("name", start_.photo_name, kLongestName);
    reader.text("sha256", start_.photo_digest, 64);
    reader.whole("width", start_.photo_size.width, 1, kLongestPhotoSide);
    reader.whole("height", start_.photo_size.height, 1, kLongestPhotoSide);
    if (!is_sha256(start_.photo_digest))
        reader.refuse(reader.at("sha256"), "must be 64 hexadecimal digits in small letters");
    reader.refuse_the_rest();
    return fault;
}

std::string Gatherer::brief(const Json& value) {
    std::string fault;
    JsonReader reader(value, "brief", Missing::Standard, fault);
    visit_fields(reader, start_.brief);
    for (const std::string& of_list :
         {list_in(reader, "see", kMostCorrections, Missing::Standard, start_.brief.corrections),
          list_in(reader, "focus_marks", kMostFocusMarks, Missing::Standard, start_.brief.marks),
          list_in(reader, "motifs", kMostMotifs, Missing::Standard, start_.brief.motifs),
          list_in(reader, "spatters", kMostSpatters, Missing::Standard, start_.brief.spatters)})
        if (fault.empty())
            fault = of_list;
    reader.refuse_the_rest();
    return fault;
}

std::string Gatherer::materials(const Json& value) {
    std::string fault;
    Materials& materials = plan_.materials;
    materials.brushes.clear();
    JsonReader reader(value, "materials", Missing::Standard, fault);
    visit_fields(reader, materials);
    if (const Json* hand = reader.taken("hand"))
        materials.hand = read_members<Hand>(*hand, reader.at("hand"), Missing::Standard, fault);
    const Json* given_tubes = reader.taken("tubes");
    for (const std::string& of_list :
         {given_tubes ? tubes(*given_tubes) : std::string(),
          list_in(reader, "brushes", kMostBrushes, Missing::Standard, materials.brushes)})
        if (fault.empty())
            fault = of_list;
    reader.refuse_the_rest();
    return fault;
}

std::string Gatherer::member(const std::string& name, const Json& value) {
    met_.insert(name);
    std::string fault;
    if (name == "schema")
        return schema(value);
    if (name == "version")
        return version(value);
    if (name == "photo")
        return photo(value);
    if (name == "brief")
        return brief(value);
    if (name == "materials")
        return materials(value);
    if (name == "faces")
        return list(value, name, kMostFaces, Missing::Fault, start_.faces);
    if (name == "passes")
        return list(value, name, kMostPasses, Missing::Fault, plan_.passes);
    if (name == "software") {
        if (!value.is_string() || value.get_ref<const std::string&>().size() > kLongestName)
            return fmt::format("software must be a text of at most {} bytes", kLongestName);
        start_.software = value.get<std::string>();
        return {};
    }
    if (name == "canvas") {
        JsonReader reader(value, name, Missing::Standard, fault);
        visit_fields(reader, plan_);
        for (const char* needed : {"width_mm", "height_mm"})
            if (value.is_object() && !value.contains(needed))
                reader.refuse(reader.at(needed), "is missing");
        reader.refuse_the_rest();
        return fault;
    }
    if (name == "strokes" || name == kOutline)
        return name + " must be a list";
    if (name.starts_with(kOwnMember))
        return {};
    return met_.contains("schema")
               ? fmt::format("it has a member that is not known: {}", json_text(name.substr(0, 60)))
               : fmt::format("it is not a file of strokes, which begins with \"schema\": \"{}\"",
                             kStrokesSchema);
}

std::string Gatherer::stroke(size_t number, const Json& value) {
    if (number == kMostStrokesKept)
        return fmt::format("there are more than {} strokes", kMostStrokesKept);
    std::string fault;
    JsonReader reader(value, fmt::format("strokes[{}]", number), Missing::Standard, fault);
    Stroke& stroke = plan_.strokes.emplace_back();
    stroke.seed = number + 1;
    visit_fields(reader, stroke);
    for (const char* needed : {"x0", "y0", "x2", "y2", "red", "green", "blue"})
        if (value.is_object() && !value.contains(needed))
            reader.refuse(reader.at(needed), "is missing");
    if (value.is_object() && !value.contains("x1") && !value.contains("y1"))
        stroke.path.points[1] = (stroke.path.points[0] + stroke.path.points[2]) * 0.5f;
    for (const std::string_view told : {kOrder, kPass, kPressure, kParts, kLooks})
        reader.taken(told);
    reader.refuse_the_rest();
    return fault;
}

/// A run of pixels of an outline.
struct OutlineRun {
    uint64_t share, count;
};

std::optional<OutlineRun> run_of(const Json& share, const Json& count) {
    if (!share.is_number_unsigned() || !count.is_number_unsigned())
        return std::nullopt;
    const OutlineRun run{share.get<uint64_t>(), count.get<uint64_t>()};
    const bool sound = run.share <= 65535 && run.count >= 1 && run.count <= kLargestPlanSize;
    return sound ? std::optional(run) : std::nullopt;
}

std::string Gatherer::outline_row(size_t number, const Json& runs) {
    const std::string place = fmt::format("{}[{}]", kOutline, number);
    if (number == kLargestPlanSize)
        return fmt::format("{} has more than {} rows", kOutline, kLargestPlanSize);
    if (!runs.is_array() || runs.empty() || runs.size() % 2 != 0)
        return fmt::format("{} must be a list of runs, a share and a count each", place);
    const size_t before = outline_.size();
    for (size_t i = 0; i < runs.size(); i += 2) {
        const std::optional<OutlineRun> run = run_of(runs[i], runs[i + 1]);
        if (!run || outline_.size() - before + run->count > kLargestPlanSize)
            return fmt::format("{} must be of shares from 0 to 65535 and counts from 1, {} pixels at most",
                               place, kLargestPlanSize);
        outline_.insert(outline_.end(), run->count, static_cast<float>(run->share) / 65535.0f);
    }
    const size_t width = outline_.size() - before;
    if (number > 0 && width != outline_width_)
        return fmt::format("{} has {} pixels, and the first row {}", place, width, outline_width_);
    outline_width_ = width;
    return {};
}

std::string Gatherer::tubes(const Json& list) {
    if (!list.is_array() || list.size() > kMostTubes)
        return fmt::format("materials.tubes must be a list of at most {}", kMostTubes);
    std::string fault;
    for (size_t i = 0; i < list.size() && fault.empty(); ++i) {
        const std::string place = fmt::format("materials.tubes[{}]", i);
        const bool by_name = list[i].is_object() && list[i].size() == 1 && list[i].contains("name");
        if (!by_name) {
            plan_.materials.palette.tubes.push_back(
                read_members<Pigment>(list[i], place, Missing::Fault, fault));
            continue;
        }
        std::string name;
        JsonReader(list[i], place, Missing::Fault, fault).text("name", name, kLongestName);
        if (std::optional<Pigment> known = tube_named(name); known && fault.empty())
            plan_.materials.palette.tubes.push_back(std::move(*known));
        else if (fault.empty())
            fault = fmt::format("{}.name is no tube that is known; give it K and S, or a name such as {}",
                                place, nearest_tube_names(name, 1).front());
    }
    return fault;
}

/// Gives what a file leaves out or tells in pieces: the outline, a brush, a pass that holds all, and recipes
/// for the colours.
void Gatherer::complete() {
    if (!outline_.empty()) {
        plan_.outline = Image<float>(
            Size{static_cast<int>(outline_width_), static_cast<int>(outline_.size() / outline_width_)});
        std::ranges::copy(outline_, plan_.outline.pixels().begin());
    }
    if (plan_.materials.brushes.empty())
        plan_.materials.brushes.emplace_back();
    if (!met_.contains("passes"))
        plan_.passes = {{"strokes", static_cast<int>(plan_.strokes.size()), Coat::Body}};
    if (!met_.contains("photo")) {
        constexpr float kLongSide = 1000.0f;
        const float longer = std::max(plan_.width_mm, plan_.height_mm);
        const auto side = [&](float mm) { return std::max(1, static_cast<int>(kLongSide * mm / longer)); };
        start_.photo_digest = std::string(64, '0');
        start_.photo_size = {side(plan_.width_mm), side(plan_.height_mm)};
    }
    if (start_.brief.strokes == 0)
        start_.brief.strokes = std::max<int>(1, static_cast<int>(plan_.strokes.size()));
    mix();
}

void Gatherer::mix() {
    if (plan_.materials.palette.plain())
        return;
    const auto is_mixed = [](const Stroke& stroke) {
        return std::ranges::any_of(stroke.paint.shares, [](float share) { return share != 0.0f; });
    };
    if (std::ranges::all_of(plan_.strokes, is_mixed))
        return;
    const RecipeBook book(plan_.materials.palette);
    for (Stroke& stroke : plan_.strokes)
        if (!is_mixed(stroke)) {
            const Recipe recipe = book.nearest(stroke.paint.colour);
            stroke.paint.shares = recipe.shares;
            stroke.paint.miss = recipe.miss;
        }
}

std::string Gatherer::check() {
    for (const char* needed : {"schema", "version", "canvas"})
        if (!met_.contains(needed))
            return fmt::format("{} is missing", needed);
    complete();
    const Status whole = check_plan(plan_);
    return whole ? "" : whole.error().message;
}

Painting Gatherer::painting() && {
    Painting painting;
    painting.stage = Stage::Planned;
    painting.start = std::move(start_);
    painting.start.materials = plan_.materials;
    painting.plan = std::move(plan_);
    return painting;
}

}  // namespace

Result<Painting> strokes_from_json(std::istream& text, const std::string& name) {
    Gatherer gatherer;
    const JsonPieces pieces{
        .lists = {{"strokes",
                   [&](size_t number, const Json& value) { return gatherer.stroke(number, value); }},
                  {std::string(kOutline),
                   [&](size_t number, const Json& value) { return gatherer.outline_row(number, value); }}},
        .member = [&](const std::string& member, const Json& value) {
            return gatherer.member(member, value);
        }};
    std::string fault = take_pieces(text, pieces);
    if (fault.empty())
        fault = gatherer.check();
    if (!fault.empty())
        return Error{fmt::format("{}: {}", name, fault)};
    return std::move(gatherer).painting();
}

Result<Painting> read_strokes(const std::string& path) {
    if (std::error_code fault; std::filesystem::exists(path, fault))
        if (const Status ordinary = check_ordinary_file(path); !ordinary)
            return ordinary.error();
    std::ifstream text(path, std::ios::binary);
    if (!text)
        return Error{fmt::format("cannot open {}: {}", path, std::strerror(errno))};
    return strokes_from_json(text, path);
}

}  // namespace allaprima
