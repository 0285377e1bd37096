#include "robot/write_gcode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "briefs/read_head.h"
#include "files/text_file.h"
#include "image/colour.h"
#include "model/program_lines.h"
#include "robot/robot_layout.h"
#include "robot/robot_moves.h"

namespace allaprima {
namespace {

/// What a controller takes for a comment: plain letters, and none that would end it.
std::string commented(const std::string& text) {
    std::string plain;
    for (const char c : text)
        plain += c < ' ' || c > '~' || c == ';' ? '?' : c == '(' ? '[' : c == ')' ? ']' : c;
    return plain;
}

std::string recipe_of(const Pot& pot, const Palette& palette) {
    std::string text;
    for (size_t tube = 0; pot.parts && tube < palette.tubes.size(); ++tube)
        if ((*pot.parts)[tube] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : " + ", (*pot.parts)[tube],
                                commented(palette.tubes[tube].name));
    return text.empty() ? "plain colour, as it looks" : text;
}

std::string hex_of(Rgb colour) {
    const auto step = [](float v) { return std::lround(std::clamp(v, 0.0f, 1.0f) * 255.0f); };
    return fmt::format("{:02x}{:02x}{:02x}", step(colour.r), step(colour.g), step(colour.b));
}

/// Writes moves, and knows where they lead.
class Moves {
  public:
    explicit Moves(const RobotHead& head) : head_(head) {}

    const std::string& text() const { return text_; }

    void line(const std::string& words) { text_ += words + "\n"; }
    void comment(const std::string& words) { line("; " + commented(words)); }

    /// Straight up or down, as fast as it goes.
    void lift_to(double z) { to_height("G0", z, ""); }
    void plunge_to(double z) { to_height("G1", z, fmt::format(" F{}", short_number(head_.plunge_feed))); }

    void travel_to(double x, double y) {
        line(fmt::format("G0 X{} Y{}", length(x), length(y)));
        over_canvas_ = false;
    }

    void rise() {
        lift_to(head_.safe);
        over_canvas_ = false;
    }

    /// Down into something beside the canvas and up again.
    void visit(Vec2 at, double bottom, int times) {
        rise();
        travel_to(static_cast<double>(at.x), static_cast<double>(at.y));
        for (int i = 0; i < times; ++i) {
            plunge_to(bottom);
            lift_to(head_.safe);
        }
    }

    void pause(float seconds) {
        const double counted =
            static_cast<double>(seconds) * (head_.dialect == Dialect::Marlin ? 1000.0 : 1.0);
        if (counted > 0.0)
            line(fmt::format("G4 P{}", short_number(counted)));
    }

    /// All heights are those of this tool's tip from now on.
    void hold(const RobotTool& tool) { longer_ = tool.longer; }

    /// What comes from elsewhere may leave the tip at any height.
    void forget_height() { height_.reset(); }

    /// Over the wet canvas to where a stroke begins.
    void hop_to(const Place& start) {
        const double low = static_cast<double>(head_.canvas_height) + static_cast<double>(head_.hop);
        const bool was_over = over_canvas_;
        if (!was_over)
            rise();
        travel_to(start.x, start.y);
        if (!was_over)
            lift_to(low);
    }

    void paint_through(const std::vector<Place>& places) {
        hop_to(places.front());
        plunge_to(places.front().z);
        std::string feed = fmt::format(" F{}", short_number(head_.paint_feed));
        for (size_t i = 1; i < places.size(); ++i) {
            const Place& p = places[i];
            if (head_.lift == Lift::Servo && p.z != places[i - 1].z)
                line(servo_words(p.z));
            const std::string z = head_.lift == Lift::Axis ? " Z" + length(p.z + longer_) : "";
            line(fmt::format("G1 X{} Y{}{}{}", length(p.x), length(p.y), z, feed));
            feed.clear();
        }
        height_ = places.back().z;
        lift_to(static_cast<double>(head_.canvas_height) + static_cast<double>(head_.hop));
        over_canvas_ = true;
    }

  private:
    static std::string short_number(double value) { return number_in_program(value, 3); }
    std::string length(double mm) const { return number_in_program(mm, head_.decimals); }
    std::string servo_words(double z) const {
        return fmt::format("M3 S{}", number_in_program(servo_for(head_, z), head_.decimals));
    }

    void to_height(const char* how, double z, const std::string& feed) {
        if (height_ == z)
            return;
        height_ = z;
        if (head_.lift == Lift::Axis) {
            line(fmt::format("{} Z{}{}", how, length(z + longer_), feed));
            return;
        }
        line(servo_words(z));
        pause(head_.servo_seconds);
    }

    const RobotHead& head_;
    std::string text_;
    bool over_canvas_ = false;      ///< The tip stands a hop above it.
    std::optional<double> height_;  ///< Of the tip; nothing where that is not known.
    double longer_ = 0.0;           ///< By how much the axis stands above the tip's height.
};

/// Makes a program of actions.
class ProgramWriter {
  public:
    ProgramWriter(const HandPlan& hand, const RobotHead& head) : hand_(hand), head_(head), moves_(head) {}

    std::string program() && {
        begin();
        for (const HandAction& action : hand_.actions)
            act(action);
        moves_.rise();
        moves_.comment("end");
        for (const std::string& line : program_lines(head_.end))
            moves_.line(line);
        return moves_.text();
    }

  private:
    void begin() {
        moves_.comment(fmt::format("Alla Prima: a canvas of {:g} x {:g} mm, {} strokes", hand_.plan.width_mm,
                                   hand_.plan.height_mm, hand_.plan.strokes.size()));
        const Palette& palette = hand_.plan.materials.palette;
        const Pot ground = heap_like(palette, hand_.plan.ground);
        moves_.comment(
            fmt::format("ground: {} (looks {})", recipe_of(ground, palette), hex_of(ground.paint.colour)));
        for (size_t i = 0; i < hand_.pots.pots.size(); ++i) {
            const Pot& pot = hand_.pots.pots[i];
            moves_.comment(fmt::format("pot {} at {:g}, {:g}: {} (looks {}), {} strokes, {:.0f} square cm",
                                       i + 1, pot_at(head_, i).x, pot_at(head_, i).y, recipe_of(pot, palette),
                                       hex_of(pot.paint.colour), pot.strokes, pot.area / 100.0f));
        }
        own_lines(program_lines(head_.start));
        moves_.rise();
    }

    /// What the head's own lines call, such as macros, may leave another unit behind.
    void own_lines(const std::vector<std::string>& lines) {
        for (const std::string& line : lines)
            moves_.line(line);
        moves_.line("G21");
        moves_.line("G90");
    }

    void act(const HandAction& action) {
        switch (action.kind) {
            case HandAction::Kind::BeginPass:
                return begin_pass(action.which);
            case HandAction::Kind::TakeTool:
                return take(action.which);
            case HandAction::Kind::Wash:
                moves_.visit(head_.wash_at, head_.wash_dip, head_.wash_times);
                moves_.pause(head_.drip_seconds);
                return moves_.visit(head_.cloth_at, head_.cloth_press, 1);
            case HandAction::Kind::Load:
                moves_.visit(pot_at(head_, action.which), head_.dip, 1);
                return moves_.pause(head_.drip_seconds);
            case HandAction::Kind::Paint:
                return paint(action.which);
        }
    }

    void begin_pass(size_t number) {
        const Pass& pass = hand_.plan.passes[number];
        moves_.comment(fmt::format("pass {}: {}", number + 1, pass.name));
        if (pass.coat == Coat::Body)
            return;
        moves_.rise();
        moves_.comment("let everything dry, then go on");
        moves_.line("M0");
    }

    void take(size_t tool) {
        moves_.rise();
        moves_.travel_to(static_cast<double>(head_.change_at.x), static_cast<double>(head_.change_at.y));
        moves_.comment(fmt::format("tool {}: {}", tool + 1, head_.tools[tool].name));
        const std::vector<std::string> fetch = program_lines(head_.tools[tool].fetch);
        if (fetch.empty())
            moves_.line("M0");
        else
            own_lines(fetch);
        moves_.hold(head_.tools[tool]);
        moves_.forget_height();
        moves_.rise();
    }

    void paint(size_t number) {
        moves_.comment(fmt::format("stroke {}, order {}", number + 1, hand_.planned_as[number] + 1));
        moves_.paint_through(hand_.moves[number]);
    }

    const HandPlan& hand_;
    const RobotHead& head_;
    Moves moves_;
};

ExportNotes notes_of(const HandPlan& hand) {
    using Kind = HandAction::Kind;
    ExportNotes notes;
    notes.push_back(fmt::format("{} strokes; {} pots, {} loads, {} washes, {} changes of brushes",
                                hand.plan.strokes.size(), hand.pots.pots.size(), count_of(hand, Kind::Load),
                                count_of(hand, Kind::Wash), count_of(hand, Kind::TakeTool)));
    if (hand.pots.paints > hand.pots.pots.size())
        notes.push_back(
            fmt::format("{} paints share the pots; strokes change colour by {:.2f} CIEDE2000 on average "
                        "(--pots 0 keeps all of them)",
                        hand.pots.paints, hand.pots.mean_shift));
    for (const std::string& words : in_words(hand.figures))
        notes.push_back(words);
    return notes;
}

}  // namespace

Result<RobotHead> head_of(const RobotSettings& asked) {
    return asked.head.empty() ? Result<RobotHead>(RobotHead{}) : read_head(asked.head);
}

std::string gcode_of(const HandPlan& hand, const RobotHead& head) {
    return ProgramWriter(hand, head).program();
}

Result<ExportNotes> write_gcode(const ExportJob& job, const std::string& file) {
    if (job.observer.stop_requested())
        return stopped_export(job);
    const Result<RobotHead> head = head_of(job.asked.robot);
    if (!head)
        return head.error();
    const Result<HandPlan> hand = plan_hand(job.plan, *head, job.asked.robot, job.workers, job.observer);
    if (job.observer.stop_requested())
        return stopped_export(job);
    if (!hand)
        return hand.error();
    const Vec2 canvas{job.plan.width_mm, job.plan.height_mm};
    if (const Status room = check_layout(*head, canvas, hand->pots.pots.size()); !room)
        return room.error();
    TextFile out(file);
    out.write(gcode_of(*hand, *head));
    if (const Status written = out.close(job.path); !written)
        return written.error();
    return notes_of(*hand);
}

}  // namespace allaprima
