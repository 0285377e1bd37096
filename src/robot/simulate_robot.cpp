#include "robot/simulate_robot.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "model/program_lines.h"
#include "robot/robot_moves.h"

namespace allaprima {
namespace {

constexpr size_t kMostFaultsTold = 20;
constexpr size_t kLongestLine = 1000;
constexpr size_t kMostWords = 16;
constexpr double kRobotSlack = 0.005;  // mm; moves are told to a thousandth
constexpr double kLoadSlack = 1e-4;    // of the load's way
constexpr double kAbsurd = 1e6;
constexpr double kMinutesOfAPause = 0.5;  // in which a person changes brushes

double distance(const Place& a, const Place& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A letter and its number.
struct Word {
    char letter;
    double value;
};

/// The words of a line without its comment; nothing where it holds anything else.
std::optional<std::vector<Word>> words_of(std::string_view line) {
    std::vector<Word> words;
    while (true) {
        const size_t from = line.find_first_not_of(" \t\r");
        if (from == std::string_view::npos)
            return words;
        line.remove_prefix(from);
        const char letter = line.front();
        double value = 0.0;
        const char* first = line.data() + 1;
        const auto [end, fault] = std::from_chars(first, line.data() + line.size(), value);
        if (letter < 'A' || letter > 'Z' || fault != std::errc{} || !(std::abs(value) <= kAbsurd) ||
            words.size() == kMostWords)
            return std::nullopt;
        words.push_back({letter, value});
        line.remove_prefix(static_cast<size_t>(end - line.data()));
    }
}

/// The number that a comment gives after a word, from 0: "stroke 12".
std::optional<size_t> marked(std::string_view comment, std::string_view word) {
    const size_t from = comment.find_first_not_of(' ');
    if (from == std::string_view::npos || !comment.substr(from).starts_with(word))
        return std::nullopt;
    comment.remove_prefix(from + word.size());
    if (!comment.starts_with(' '))
        return std::nullopt;
    size_t number = 0;
    const auto [end, fault] = std::from_chars(comment.data() + 1, comment.data() + comment.size(), number);
    return fault == std::errc{} && number >= 1 ? std::optional(number - 1) : std::nullopt;
}

/// A machine that holds every move against its limits.
class Machine {
  public:
    Machine(const RobotHead& head, Vec2 canvas, size_t pots)
        : head_(head), canvas_(canvas), pots_(pots), surface_(head.canvas_height) {
        for (const std::string* lines : {&head.start, &head.end})
            remember(*lines);
        for (const RobotTool& tool : head.tools)
            remember(tool.fetch);
    }

    void read(std::string_view line) {
        ++line_;
        if (line.size() > kLongestLine)
            return fault("is longer than any line of a program");
        if (std::ranges::find(passed_over_, line) != passed_over_.end())
            return;
        const size_t comment = line.find(';');
        if (comment != std::string_view::npos) {
            listen(line.substr(comment + 1));
            line = line.substr(0, comment);
        }
        const std::optional<std::vector<Word>> words = words_of(line);
        if (!words)
            return fault("is not understood");
        if (!words->empty())
            obey(*words);
    }

    Simulation finished() && {
        if (pot_)
            fault("ends with paint in the brush");
        if (!height_known_ || at_.z < safe() - kRobotSlack)
            fault("ends below the safe height");
        return std::move(told_);
    }

    size_t faults() const { return told_.fault_count; }

  private:
    void remember(const std::string& lines) {
        for (std::string& line : program_lines(lines))
            passed_over_.push_back(std::move(line));
    }

    void fault(const std::string& what) {
        if (++told_.fault_count <= kMostFaultsTold)
            told_.faults.push_back(fmt::format("line {}: {}", line_, what));
    }

    /// By how much the axis stands above the tip of the tool that is held.
    double longer() const { return tool_ ? static_cast<double>(head_.tools[*tool_].longer) : 0.0; }
    /// The tip's height, as exact as programs tell it.
    double of_the_tip(double axis) const {
        const double digits = std::pow(10.0, head_.decimals);
        return longer() == 0.0 ? axis : std::round((axis - longer()) * digits) / digits;
    }

    double safe() const { return head_.safe; }
    double hop() const { return surface_ + static_cast<double>(head_.hop); }

    void listen(std::string_view comment) {
        if (const auto tool = marked(comment, "tool"))
            take(*tool);
        if (const auto stroke = marked(comment, "stroke"))
            number_ = *stroke;
    }

    void take(size_t tool) {
        if (tool >= head_.tools.size())
            return fault("asks for a tool that does not exist");
        if (pot_)
            fault("puts a brush away that is not washed");
        if (!height_known_ || at_.z < safe() - kRobotSlack)
            fault("changes brushes below the safe height");
        at_.z += longer();
        tool_ = tool;
        at_.z -= longer();
        ++told_.changes;
    }

    void obey(const std::vector<Word>& words) {
        const auto value_of = [&](char letter) -> std::optional<double> {
            const auto found = std::ranges::find(words, letter, &Word::letter);
            return found == words.end() ? std::nullopt : std::optional(found->value);
        };
        const Word& order = words.front();
        const auto is = [&](char letter, double value) {
            return order.letter == letter && order.value == value;
        };
        if (is('G', 0) || is('G', 1))
            return move(is('G', 0), value_of('X'), value_of('Y'), value_of('Z'), value_of('F'));
        if (is('G', 4) && value_of('P') && *value_of('P') >= 0.0) {
            told_.minutes += *value_of('P') / (head_.dialect == Dialect::Marlin ? 60'000.0 : 60.0);
            return;
        }
        if (is('M', 3) && head_.lift == Lift::Servo && value_of('S'))
            return to({at_.x, at_.y, height_of_servo(head_, *value_of('S'))}, false);
        if (words.size() == 1 && is('M', 0)) {
            told_.minutes += kMinutesOfAPause;
            return;
        }
        if (words.size() == 1 && (is('G', 21) || is('G', 90)))
            return;
        fault("is not understood");
    }

    void move(bool rapid, std::optional<double> x, std::optional<double> y, std::optional<double> z,
              std::optional<double> feed) {
        if (feed)
            feed_ = *feed;
        if (z && head_.lift == Lift::Servo)
            return fault("moves an axis that the servo replaces");
        if ((x || y) && !(place_known_ || (x && y)))
            return fault("moves sideways from a place that is not known");
        const Place target{x.value_or(at_.x), y.value_or(at_.y), z ? of_the_tip(*z) : at_.z};
        to(target, rapid, x || y);
        place_known_ |= x && y;
    }

    void to(const Place& target, bool rapid, bool sideways = false) {
        check_reach(target, sideways);
        if (sideways)
            across(target, rapid);
        else
            up_or_down(target, rapid);
        at_ = target;
        height_known_ |= !sideways;
    }

    void check_reach(const Place& target, bool sideways) {
        if (sideways && (target.x < static_cast<double>(head_.reach_low.x) - kRobotSlack ||
                         target.x > static_cast<double>(head_.reach_high.x) + kRobotSlack ||
                         target.y < static_cast<double>(head_.reach_low.y) - kRobotSlack ||
                         target.y > static_cast<double>(head_.reach_high.y) + kRobotSlack))
            fault("leaves the reach");
        if ((!sideways || height_known_) && (target.z < static_cast<double>(head_.lowest) - kRobotSlack ||
                                             target.z > static_cast<double>(head_.highest) + kRobotSlack))
            fault("leaves the heights that it can reach");
    }

    bool over_canvas(const Place& p) const {
        const double out = static_cast<double>(head_.overrun) + kRobotSlack;
        const double left = head_.canvas_at.x, near = head_.canvas_at.y;
        return p.x >= left - out && p.x <= left + static_cast<double>(canvas_.x) + out && p.y >= near - out &&
               p.y <= near + static_cast<double>(canvas_.y) + out;
    }

    void across(const Place& target, bool rapid) {
        const double way = distance(at_, target);
        if (!height_known_)
            return fault("moves sideways at a height that is not known");
        if (painting_)
            return paint_to(target, rapid, way);
        told_.travelled_mm += place_known_ ? way : 0.0;
        pass_time(way, rapid);
        const double low = std::min(at_.z, target.z);
        if (low >= safe() - kRobotSlack)
            return;
        if (!place_known_ || !over_canvas(at_) || !over_canvas(target))
            fault("travels beside the canvas below the safe height");
        else if (low < hop() - kRobotSlack)
            fault("travels through what is wet");
    }

    void paint_to(const Place& target, bool rapid, double way) {
        if (rapid)
            fault("paints as fast as it can");
        else if (feed_ <= 0.0 || feed_ > static_cast<double>(head_.paint_feed) + kRobotSlack)
            fault("paints faster than it may");
        if (!over_canvas(target))
            fault("paints beyond the canvas and its overrun");
        check_press(target.z);
        used_ += way;
        told_.painted_mm += way;
        pass_time(way, rapid);
        if (used_ > static_cast<double>(head_.load_way) * (1.0 + kLoadSlack))
            fault("paints farther than a load lasts");
        told_.strokes.back().places.push_back(target);
    }

    void check_press(double height) {
        if (!tool_)
            return;
        const RobotTool& tool = head_.tools[*tool_];
        const double per_mm = (static_cast<double>(tool.full_press) - static_cast<double>(tool.light_press));
        const double slack = kRobotSlack * std::max(1.0, 1.0 / per_mm);
        if (height > height_for(head_, tool, static_cast<double>(tool.narrowest)) + slack ||
            height < height_for(head_, tool, static_cast<double>(tool.widest)) - slack)
            fault("paints a width that its tool cannot paint");
    }

    void up_or_down(const Place& target, bool rapid) {
        pass_time(std::abs(target.z - at_.z), rapid);
        if (!height_known_ || (target.z >= safe() - kRobotSlack && !painting_)) {
            if (!height_known_ && target.z < safe() - kRobotSlack)
                fault("does not begin by rising to the safe height");
            return;
        }
        if (place_known_ && over_canvas(at_))
            return over_canvas_to(target.z, rapid);
        if (target.z < at_.z)
            dip(target.z, rapid);
    }

    void over_canvas_to(double z, bool rapid) {
        if (painting_) {
            painting_ = z < surface_;
            // A servo turns in between; the moves tell where.
            return painting_ ? check_press(z) : void();
        }
        if (z < hop() - kRobotSlack)
            touch(z, rapid);
    }

    void touch(double z, bool rapid) {
        if (head_.lift == Lift::Axis)
            check_plunge(rapid);
        if (z >= surface_)
            return fault("stops above the canvas, lower than a hop");
        if (!tool_ || !pot_)
            fault("paints with a brush that is not loaded");
        check_press(z);
        painting_ = true;
        told_.strokes.push_back({number_, tool_.value_or(0), pot_.value_or(0), {{at_.x, at_.y, z}}});
    }

    void check_plunge(bool rapid) {
        if (rapid || feed_ <= 0.0 || feed_ > static_cast<double>(head_.plunge_feed) + kRobotSlack)
            fault("goes down faster than it may");
    }

    bool is_at(Vec2 thing) const {
        return std::hypot(at_.x - static_cast<double>(thing.x), at_.y - static_cast<double>(thing.y)) <= 0.01;
    }

    /// Down into what stands beside the canvas.
    void dip(double z, bool rapid) {
        if (head_.lift == Lift::Axis)
            check_plunge(rapid);
        const Vec2 here{static_cast<float>(at_.x), static_cast<float>(at_.y)};
        const std::optional<size_t> pot = pot_near(head_, here, 0.01f);
        if (!place_known_ || !tool_)
            fault("goes down without a brush, or at a place that is not known");
        else if (is_at(head_.wash_at) && z >= static_cast<double>(head_.wash_dip) - kRobotSlack)
            wash();
        else if (is_at(head_.cloth_at) && z >= static_cast<double>(head_.cloth_press) - kRobotSlack)
            dipped_ = 0;
        else if (pot && *pot < pots_ && z >= static_cast<double>(head_.dip) - kRobotSlack)
            load(*pot);
        else
            fault("goes down where nothing stands, or too deep");
    }

    void wash() {
        if (++dipped_ < head_.wash_times)
            return;
        pot_.reset();
        ++told_.washes;
    }

    void load(size_t pot) {
        if (pot_ && *pot_ != pot)
            fault(fmt::format("takes paint from pot {} with a brush that holds paint from pot {}", pot + 1,
                              *pot_ + 1));
        pot_ = pot;
        used_ = 0.0;
        dipped_ = 0;
        ++told_.loads;
    }

    void pass_time(double way, bool rapid) {
        const double feed = rapid          ? static_cast<double>(head_.travel_feed)
                            : feed_ <= 0.0 ? static_cast<double>(head_.paint_feed)
                                           : feed_;
        told_.minutes += way / feed;
    }

    const RobotHead& head_;
    Vec2 canvas_;
    size_t pots_;
    double surface_;
    std::vector<std::string> passed_over_;  ///< Lines of the head's own.
    size_t line_ = 0;
    Place at_;
    bool place_known_ = false, height_known_ = false;
    double feed_ = 0.0;
    bool painting_ = false;
    size_t number_ = 0;  ///< Of the stroke.
    std::optional<size_t> tool_, pot_;
    double used_ = 0.0;  ///< Of the load's way.
    int dipped_ = 0;     ///< Into the cup, since the brush was last elsewhere.
    Simulation told_;
};

/// How far moves may lie from their stroke's curve, mm: as far as their decimals round them.
double most_off_the_curve(const RobotHead& head) {
    constexpr double kOfSingleNumbers = 0.001;
    const double per_turn =
        head.lift == Lift::Servo ? 1.0 / std::abs(static_cast<double>(head.servo_per_mm)) : 0.0;
    return 2.0 * std::max(1.0, per_turn) * std::pow(10.0, -head.decimals) + kOfSingleNumbers;
}

}  // namespace

Simulation simulate_robot(std::string_view program, const RobotHead& head, Vec2 canvas, size_t pots) {
    Machine machine(head, canvas, pots);
    while (!program.empty() && machine.faults() < kMostFaults) {
        const size_t end = std::min(program.find('\n'), program.size());
        machine.read(program.substr(0, end));
        program.remove_prefix(std::min(end + 1, program.size()));
    }
    return std::move(machine).finished();
}

Result<Plan> painted_by(const Simulation& simulation, const HandPlan& hand, const RobotHead& head) {
    if (simulation.fault_count > 0)
        return Error{fmt::format("the program has {}{} fault{}, the first in {}",
                                 simulation.fault_count < kMostFaults ? "" : "at least ",
                                 simulation.fault_count, simulation.fault_count == 1 ? "" : "s",
                                 simulation.faults.front())};
    Plan painted = hand.plan;
    if (simulation.strokes.size() != painted.strokes.size())
        return Error{
            fmt::format("the program paints {} strokes, but the painting has {}: the program was made from "
                        "another painting, or with other settings",
                        simulation.strokes.size(), painted.strokes.size())};
    const Vec2 canvas{painted.width_mm, painted.height_mm};
    std::vector<bool> seen(painted.strokes.size(), false);
    for (size_t i = 0; i < painted.strokes.size(); ++i) {
        const SimulatedStroke& moves = simulation.strokes[i];
        if (moves.number >= seen.size() || seen[moves.number] || moves.places.size() < 3 ||
            moves.places.size() % 2 == 0 || moves.pot >= hand.pots.pots.size() ||
            off_the_curve(moves.places) > most_off_the_curve(head))
            return Error{fmt::format("stroke {} of the program is not in the painting", i + 1)};
        seen[moves.number] = true;
        Stroke& stroke = painted.strokes[i];
        stroke = hand.plan.strokes[moves.number];
        follow(stroke, moves.places, head, head.tools[moves.tool], canvas);
        stroke.paint = hand.pots.pots[moves.pot].paint;
    }
    return painted;
}

}  // namespace allaprima
