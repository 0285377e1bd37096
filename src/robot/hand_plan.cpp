#include "robot/hand_plan.h"

#include <algorithm>

#include "exporting/stroke_order.h"
#include "robot/robot_moves.h"

namespace allaprima {
namespace {

/// Puts the strokes in this order.
void arrange(HandPlan& hand, const FittedPlan& fitted, const std::vector<size_t>& order) {
    hand.plan = fitted.plan;
    for (size_t i = 0; i < order.size(); ++i) {
        hand.plan.strokes[i] = fitted.plan.strokes[order[i]];
        hand.tools.push_back(fitted.tools[order[i]]);
        hand.planned_as.push_back(fitted.planned_as[order[i]]);
        hand.pot_of.push_back(hand.pots.of[fitted.planned_as[order[i]]]);
    }
}

/// Leads the strokes through places that a program can say.
void move(HandPlan& hand, const RobotHead& head) {
    const Vec2 canvas{hand.plan.width_mm, hand.plan.height_mm};
    for (size_t i = 0; i < hand.plan.strokes.size(); ++i) {
        const RobotTool& tool = head.tools[hand.tools[i]];
        hand.moves.push_back(places_of(hand.plan.strokes[i], head, tool, canvas));
        follow(hand.plan.strokes[i], hand.moves.back(), head, tool, canvas);
    }
}

/// Says what the hand does between the strokes.
class ActionWriter {
  public:
    ActionWriter(HandPlan& hand, float load_way) : hand_(hand), load_way_(load_way) {}

    void write() {
        size_t next = 0;
        for (size_t pass = 0; pass < hand_.plan.passes.size(); ++pass) {
            const int strokes = hand_.plan.passes[pass].strokes;
            if (strokes > 0)
                add(HandAction::Kind::BeginPass, pass);
            for (int i = 0; i < strokes; ++i)
                paint(next++);
        }
        wash();
    }

  private:
    static constexpr size_t kNone = ~size_t{0};

    void add(HandAction::Kind kind, size_t which) { hand_.actions.push_back({kind, which}); }

    void wash() {
        if (pot_ != kNone)
            add(HandAction::Kind::Wash, tool_);
        pot_ = kNone;
    }

    void paint(size_t stroke) {
        const size_t tool = hand_.tools[stroke], pot = hand_.pot_of[stroke];
        const float way = way_of(hand_.plan.strokes[stroke].path);
        if (tool != tool_) {
            wash();
            add(HandAction::Kind::TakeTool, tool);
            tool_ = tool;
        } else if (pot != pot_) {
            wash();
        }
        if (pot != pot_ || painted_ + way > load_way_) {
            add(HandAction::Kind::Load, pot);
            pot_ = pot;
            painted_ = 0.0f;
        }
        painted_ += way;
        add(HandAction::Kind::Paint, stroke);
    }

    HandPlan& hand_;
    float load_way_;
    size_t tool_ = kNone, pot_ = kNone;
    float painted_ = 0.0f;
};

}  // namespace

Result<HandPlan> plan_hand(const Plan& plan, const RobotHead& head, const RobotSettings& asked,
                           const ThreadPool& workers, Observer& observer) {
    Plan dipped = plan;
    HandPlan hand;
    hand.pots = fill_pots(dipped, static_cast<size_t>(asked.pots), workers);
    const Result<FittedPlan> fitted = fit_strokes(dipped, head, asked.fit);
    if (!fitted)
        return fitted.error();
    hand.figures = fitted->figures;
    std::vector<size_t> keys;
    for (size_t i = 0; i < fitted->plan.strokes.size(); ++i)
        keys.push_back(hand.pots.of[fitted->planned_as[i]] * head.tools.size() + fitted->tools[i]);
    const std::optional<std::vector<size_t>> order = order_by_key(fitted->plan, keys, observer);
    if (!order)
        return Error{"stopped while the strokes were put in order"};
    arrange(hand, *fitted, *order);
    move(hand, head);
    ActionWriter(hand, kShareOfLoad * head.load_way).write();
    return hand;
}

size_t count_of(const HandPlan& hand, HandAction::Kind kind) {
    return static_cast<size_t>(std::ranges::count(hand.actions, kind, &HandAction::kind));
}

}  // namespace allaprima
