#include "robot/hand_plan.h"

#include <algorithm>

#include "exporting/stroke_order.h"
#include "robot/guide_steps.h"
#include "robot/hand_order.h"
#include "robot/robot_moves.h"

namespace allaprima {
namespace {

/// Tools from broad to fine: broad strokes were to lie beneath.
std::vector<size_t> ranks_of(const RobotHead& head) {
    std::vector<size_t> ranks;
    for (const RobotTool& tool : head.tools)
        ranks.push_back(static_cast<size_t>(std::ranges::count_if(
            head.tools, [&](const RobotTool& other) { return other.widest > tool.widest; })));
    for (size_t i = 0; i < ranks.size(); ++i)  // no two are of one rank
        ranks[i] = ranks[i] * ranks.size() + i;
    return ranks;
}

/// @return nothing when the observer ended it.
std::optional<std::vector<size_t>> order_of(const FittedPlan& fitted, const Pots& pots, const RobotHead& head,
                                            HandOrder how, Observer& observer) {
    HandWork work{.tools = fitted.tools, .pots = {}, .ranks = ranks_of(head), .looks = {}};
    for (const size_t planned : fitted.planned_as)
        work.pots.push_back(pots.of[planned]);
    for (const Pot& pot : pots.pots)
        work.looks.push_back(pot.paint.colour);
    if (how == HandOrder::Gathered)
        return order_for_hand(fitted.plan, work, observer);
    std::vector<size_t> keys;
    for (size_t i = 0; i < work.pots.size(); ++i)
        keys.push_back(work.pots[i] * head.tools.size() + work.tools[i]);
    return order_by_key(fitted.plan, keys, observer);
}

/// Makes one pass of passes of body paint that follow each other: wet paint is laid in one sitting, and its
/// strokes may change places wherever they do not touch.
void join_wet_passes(Plan& plan) {
    std::vector<Pass> passes;
    for (const Pass& pass : plan.passes) {
        const bool wet = !passes.empty() && passes.back().coat == Coat::Body && pass.coat == Coat::Body &&
                         !is_whole(passes.back()) && !is_whole(pass);
        if (!wet) {
            passes.push_back(pass);
            continue;
        }
        if (pass.strokes > 0)
            passes.back().name += ", " + pass.name;
        passes.back().strokes += pass.strokes;
    }
    plan.passes = std::move(passes);
}

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
    Result<FittedPlan> fitted = fit_strokes(dipped, head, asked.fit);
    if (!fitted)
        return fitted.error();
    join_wet_passes(fitted->plan);
    hand.figures = fitted->figures;
    const std::optional<std::vector<size_t>> order =
        order_of(*fitted, hand.pots, head, asked.order, observer);
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
