#include "model/robot_head_settings.h"

#include <algorithm>
#include <cmath>

#include "model/setting_values.h"

namespace allaprima {
namespace {

using namespace setting_values;

constexpr float kFarthest = 10'000.0f;  // mm; no machine for easel paintings reaches beyond
constexpr size_t kLongestName = 100, kLongestLines = 1000;

std::string plain(float value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

/// Fills in what follows from the place of a number and its limits.
template <typename Of>
Setting<Of> length_of(float Of::*member, float low, float high, Setting<Of> setting) {
    setting.placeholder = "N";
    setting.form = Form::Number;
    setting.range = plain(low) + " to " + plain(high);
    setting.standard = plain(Of{}.*member);
    setting.set = sets_number<float>(low, high, [member](Of& of) { return &(of.*member); });
    return setting;
}

template <typename Of>
Setting<Of> count_of(int Of::*member, int low, int high, Setting<Of> setting) {
    setting.placeholder = "N";
    setting.form = Form::Number;
    setting.range = from_to(low, high);
    setting.standard = std::to_string(Of{}.*member);
    setting.set = sets_number<int>(low, high, [member](Of& of) { return &(of.*member); });
    return setting;
}

RobotHeadSetting place_of(Vec2 RobotHead::*member, float low, RobotHeadSetting setting) {
    const Vec2 standard = RobotHead{}.*member;
    setting.placeholder = "X,Y";
    setting.form = Form::Numbers;
    setting.range = "two numbers x and y, " + plain(low) + " to " + plain(kFarthest);
    setting.standard = plain(standard.x) + "," + plain(standard.y);
    setting.set = [member, low](RobotHead& head, std::string_view text) {
        const auto values = numbers<2>(text, {low, low}, {kFarthest, kFarthest});
        if (values)
            head.*member = {(*values)[0], (*values)[1]};
        return values.has_value();
    };
    return setting;
}

bool sets_lines(std::string& lines, std::string_view text) {
    const bool plain_text = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; }) &&
                            text.size() <= kLongestLines;
    if (plain_text)
        lines = std::string(text);
    return plain_text;
}

template <typename Of>
Setting<Of> lines_of(std::string Of::*member, Setting<Of> setting) {
    setting.placeholder = "LINES";
    setting.range = "lines of plain letters, with a bar between them";
    setting.example = "M17";
    setting.set = [member](Of& of, std::string_view text) { return sets_lines(of.*member, text); };
    return setting;
}

std::vector<RobotHeadSetting> machine_settings() {
    const RobotHeadSetting dialect{
        .name = "dialect",
        .placeholder = "NAME",
        .range = one_of(kDialectWords),
        .standard = "grbl",
        .help = "Which G-code it reads: grbl counts pauses in seconds, marlin in milliseconds",
        .choices = list_of(kDialectWords),
        .table = "machine",
        .set = sets_choice(kDialectWords, [](RobotHead& head) { return &head.dialect; })};
    return {
        dialect,
        count_of(
            &RobotHead::decimals, 3, 6,
            {.name = "decimals", .help = "Digits after the decimal point of a length", .table = "machine"}),
        place_of(
            &RobotHead::reach_low, -kFarthest,
            {.name = "reach_low", .help = "The near left corner of what it reaches", .table = "machine"}),
        place_of(&RobotHead::reach_high, -kFarthest,
                 {.name = "reach_high", .help = "The far right corner of that", .table = "machine"}),
        length_of(&RobotHead::lowest, -kFarthest, kFarthest,
                  {.name = "lowest", .help = "The lowest its tip may go", .table = "machine"}),
        length_of(&RobotHead::highest, -kFarthest, kFarthest,
                  {.name = "highest", .help = "The highest it can go", .table = "machine"}),
        length_of(&RobotHead::safe, -kFarthest, kFarthest,
                  {.name = "safe",
                   .help = "The height at which it travels over pots and cup; above their rim",
                   .table = "machine"}),
        length_of(
            &RobotHead::paint_feed, 1.0f, 100'000.0f,
            {.name = "paint_feed", .help = "Its speed while painting, mm a minute", .table = "machine"}),
        length_of(
            &RobotHead::plunge_feed, 1.0f, 100'000.0f,
            {.name = "plunge_feed", .help = "Its speed while it goes down, mm a minute", .table = "machine"}),
        lines_of(&RobotHead::start,
                 {.name = "start", .help = "Lines of program to begin with", .table = "machine"}),
        lines_of(&RobotHead::end, {.name = "end", .help = "Lines to end with", .table = "machine"})};
}

std::vector<RobotHeadSetting> lift_settings() {
    const RobotHeadSetting lift{.name = "lift",
                                .placeholder = "NAME",
                                .range = one_of(kLiftWords),
                                .standard = "axis",
                                .help = "What lifts the brush: the Z axis, or a servo that M3 S turns",
                                .choices = list_of(kLiftWords),
                                .table = "lift",
                                .set = sets_choice(kLiftWords, [](RobotHead& head) { return &head.lift; })};
    return {lift,
            length_of(&RobotHead::servo_at_canvas, 0.0f, kFarthest,
                      {.name = "servo_at_canvas",
                       .help = "The servo's S where the tip just touches the canvas",
                       .table = "lift"}),
            length_of(&RobotHead::servo_per_mm, -1000.0f, 1000.0f,
                      {.name = "servo_per_mm",
                       .help = "By how much S grows for each millimetre that the tip is lifted; not 0",
                       .table = "lift"}),
            length_of(&RobotHead::servo_seconds, 0.0f, 10.0f,
                      {.name = "servo_seconds", .help = "How long the servo takes", .table = "lift"})};
}

std::vector<RobotHeadSetting> canvas_settings() {
    return {place_of(&RobotHead::canvas_at, -kFarthest,
                     {.name = "at", .help = "Where the canvas's near left corner lies", .table = "canvas"}),
            length_of(&RobotHead::canvas_height, -kFarthest, kFarthest,
                      {.name = "height", .help = "The height of its surface", .table = "canvas"}),
            length_of(&RobotHead::hop, 0.5f, 1000.0f,
                      {.name = "hop",
                       .help = "How far above the wet canvas the tip travels between strokes",
                       .table = "canvas"}),
            length_of(&RobotHead::overrun, 0.0f, 1000.0f,
                      {.name = "overrun",
                       .help = "How far strokes may run out beyond the canvas's borders",
                       .table = "canvas"}),
            length_of(&RobotHead::load_way, 50.0f, 100'000.0f,
                      {.name = "load_way",
                       .help = "How far a loaded brush paints before it is loaded again",
                       .table = "canvas"})};
}

std::vector<RobotHeadSetting> pot_settings() {
    return {
        place_of(&RobotHead::pots_at, -kFarthest,
                 {.name = "pots_at", .help = "Where the first pot stands", .table = "pots"}),
        place_of(&RobotHead::pots_step, -kFarthest,
                 {.name = "pots_step",
                  .help = "From a pot to the next on the right, and to the next row",
                  .table = "pots"}),
        count_of(&RobotHead::columns, 1, 100, {.name = "columns", .help = "Pots in a row", .table = "pots"}),
        count_of(&RobotHead::rows, 1, 100, {.name = "rows", .help = "Rows of pots", .table = "pots"}),
        length_of(&RobotHead::radius, 1.0f, 500.0f,
                  {.name = "radius",
                   .help = "Half the breadth of a pot, of the cup and of the cloth",
                   .table = "pots"}),
        length_of(
            &RobotHead::rim, -kFarthest, kFarthest,
            {.name = "rim", .help = "The height of the tallest thing beside the canvas", .table = "pots"}),
        length_of(
            &RobotHead::dip, -kFarthest, kFarthest,
            {.name = "dip", .help = "The height to which the tip goes down into paint", .table = "pots"}),
        length_of(&RobotHead::drip_seconds, 0.0f, 60.0f,
                  {.name = "drip_seconds",
                   .help = "How long it waits above a pot or the cup until nothing drips",
                   .table = "pots"})};
}

std::vector<RobotHeadSetting> wash_settings() {
    return {
        place_of(&RobotHead::wash_at, -kFarthest,
                 {.name = "wash_at",
                  .help = "Where the cup stands in which brushes are washed",
                  .table = "wash",
                  .key = "at"}),
        length_of(&RobotHead::wash_dip, -kFarthest, kFarthest,
                  {.name = "wash_dip",
                   .help = "The height to which the tip goes down into it",
                   .table = "wash",
                   .key = "dip"}),
        count_of(&RobotHead::wash_times, 1, 50,
                 {.name = "times", .help = "How many times it does so", .table = "wash"}),
        place_of(&RobotHead::cloth_at, -kFarthest,
                 {.name = "cloth_at", .help = "Where the cloth lies on which it is dried", .table = "wash"}),
        length_of(&RobotHead::cloth_press, -kFarthest, kFarthest,
                  {.name = "cloth_press",
                   .help = "The height to which it is pressed into the cloth",
                   .table = "wash"}),
        place_of(&RobotHead::change_at, -kFarthest,
                 {.name = "change_at", .help = "Where brushes are changed", .table = "wash"})};
}

Error disagree(const std::string& what) {
    return {what, true};
}

Status check_heights(const RobotHead& head) {
    float deepest = 0.0f;
    for (const RobotTool& tool : head.tools)
        deepest = std::max({deepest, tool.light_press, tool.full_press});
    const float down = std::min({head.canvas_height - deepest, head.dip, head.wash_dip, head.cloth_press});
    if (down < head.lowest)
        return disagree("'lowest' is above what canvas, pots, cup and cloth need: set it to " + plain(down) +
                        " or less");
    if (head.safe > head.highest)
        return disagree("'safe' is above 'highest'");
    const float needed =
        std::max({head.rim, head.dip, head.wash_dip, head.cloth_press, head.canvas_height + head.hop}) +
        kRobotClearance;
    if (head.safe < needed)
        return disagree("'safe' must be " + plain(needed) + " or more: " + plain(kRobotClearance) +
                        " mm above the rim of the pots and above the hop over the canvas");
    return Done{};
}

bool within(const RobotHead& head, Vec2 at) {
    return at.x >= head.reach_low.x && at.y >= head.reach_low.y && at.x <= head.reach_high.x &&
           at.y <= head.reach_high.y;
}

Status check_servo(const RobotHead& head) {
    constexpr float kMost = 100'000.0f;
    if (head.lift != Lift::Servo)
        return Done{};
    if (std::abs(head.servo_per_mm) < 0.01f)
        return disagree("'servo_per_mm' must be 0.01 or more, or -0.01 or less");
    for (const float height : {head.lowest, head.safe}) {
        const float turn = head.servo_at_canvas + (height - head.canvas_height) * head.servo_per_mm;
        if (turn < 0.0f || turn > kMost)
            return disagree("the servo's S would leave 0 to 100000 at a height of " + plain(height));
    }
    return Done{};
}

}  // namespace

const std::vector<RobotHeadSetting>& robot_head_settings() {
    static const std::vector<RobotHeadSetting> all = [] {
        std::vector<RobotHeadSetting> settings = machine_settings();
        for (const auto& more : {lift_settings(), canvas_settings(), pot_settings(), wash_settings()})
            settings.insert(settings.end(), more.begin(), more.end());
        return settings;
    }();
    return all;
}

const std::vector<RobotHeadTable>& robot_head_tables() {
    static const std::vector<RobotHeadTable> tables{
        {"machine", "What moves the brush: millimetres, x to the right, y away, z up"},
        {"lift", "What lifts it"},
        {"canvas", "Where the canvas lies, face up"},
        {"pots", "Where the paint stands"},
        {"wash", "Where brushes are washed, dried and changed"}};
    return tables;
}

std::vector<RobotHeadSetting> robot_head_settings_in(const std::string& table) {
    std::vector<RobotHeadSetting> found;
    for (const RobotHeadSetting& setting : robot_head_settings())
        if (setting.table == table)
            found.push_back(setting);
    return found;
}

const std::vector<RobotToolSetting>& robot_tool_settings() {
    static const std::vector<RobotToolSetting> all{
        {.name = "name",
         .placeholder = "TEXT",
         .range = "a text of 1 to 100 plain letters",
         .standard = "brush",
         .help = "What it is called in the program",
         .set =
             [](RobotTool& tool, std::string_view text) {
                 return !text.empty() && text.size() <= kLongestName && sets_lines(tool.name, text);
             }},
        {.name = "brush",
         .placeholder = "NAME",
         .range = "a name of at most 100 letters",
         .help = "The brush of the painting whose strokes it paints; if left out, those of any brush",
         .example = "flat",
         .set = sets_text(kLongestName, [](RobotTool& tool) { return &tool.brush; })},
        length_of(&RobotTool::narrowest, 0.05f, 1000.0f,
                  {.name = "narrowest", .help = "The narrowest stroke it paints"}),
        length_of(&RobotTool::widest, 0.1f, 1000.0f,
                  {.name = "widest", .help = "The widest stroke it paints; more than 'narrowest'"}),
        length_of(
            &RobotTool::light_press, 0.05f, 100.0f,
            {.name = "light_press", .help = "How far the tip is pressed down for the narrowest stroke"}),
        length_of(&RobotTool::full_press, 0.1f, 100.0f,
                  {.name = "full_press", .help = "How far for the widest stroke; more than 'light_press'"}),
        lines_of(&RobotTool::fetch,
                 {.name = "fetch", .help = "Lines of program that fetch it; if left out: a pause, M0"})};
    return all;
}

Status check_part(const RobotTool& tool) {
    if (tool.widest < 1.05f * tool.narrowest)
        return disagree("'widest' must be greater than 'narrowest', by 5 % at least");
    if (tool.full_press < tool.light_press + 0.05f)
        return disagree("'full_press' must be greater than 'light_press', by 0.05 at least");
    return Done{};
}

Status check_whole(const RobotHead& head) {
    if (head.tools.empty() || head.tools.size() > kMostRobotTools)
        return disagree("a head needs 1 to " + std::to_string(kMostRobotTools) + " of [[tool]]");
    for (const RobotTool& tool : head.tools)
        if (const Status whole = check_part(tool); !whole)
            return whole;
    if (!(head.reach_low.x < head.reach_high.x && head.reach_low.y < head.reach_high.y))
        return disagree("'reach_high' must lie to the right of 'reach_low' and farther away");
    if (const Status heights = check_heights(head); !heights)
        return heights;
    for (const Vec2 at : {head.pots_at, head.wash_at, head.cloth_at, head.change_at})
        if (!within(head, at))
            return disagree(
                "the first pot, the cup, the cloth and the place to change brushes must lie "
                "between 'reach_low' and 'reach_high'");
    return check_servo(head);
}

std::vector<std::string> program_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (size_t from = 0; from <= text.size();) {
        const size_t end = std::min(text.find('|', from), text.size());
        std::string line = text.substr(from, end - from);
        line.erase(0, line.find_first_not_of(' '));
        line.erase(line.find_last_not_of(' ') + 1);
        if (!line.empty())
            lines.push_back(line);
        from = end + 1;
    }
    return lines;
}

}  // namespace allaprima
