#include "robot/robot_moves.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "exporting/fit_strokes.h"

namespace allaprima {
namespace {

/// What is read again of a number that a program says.
double as_said(double value, int decimals) {
    const std::string text = number_in_program(value, decimals);
    double said = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), said);
    return said;
}

double height_as_said(const RobotHead& head, double height) {
    if (head.lift == Lift::Axis)
        return as_said(height, head.decimals);
    return height_of_servo(head, as_said(servo_for(head, height), head.decimals));
}

/// The middle control point of the quadratic Bézier curve through three places, at 0, 1/2 and 1.
Place control_between(const std::vector<Place>& places) {
    const Place &first = places.front(), &last = places.back(), &middle = places[places.size() / 2];
    return {2.0 * middle.x - 0.5 * (first.x + last.x), 2.0 * middle.y - 0.5 * (first.y + last.y), 0.0};
}

}  // namespace

double servo_for(const RobotHead& head, double height) {
    return static_cast<double>(head.servo_at_canvas) +
           (height - static_cast<double>(head.canvas_height)) * static_cast<double>(head.servo_per_mm);
}

double height_of_servo(const RobotHead& head, double turn) {
    return static_cast<double>(head.canvas_height) +
           (turn - static_cast<double>(head.servo_at_canvas)) / static_cast<double>(head.servo_per_mm);
}

std::string number_in_program(double value, int decimals) {
    std::string number = fmt::format("{:.{}f}", value, decimals);
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.')
        number.pop_back();
    return number == "-0" ? "0" : number;
}

std::vector<Place> places_of(const Stroke& stroke, const RobotHead& head, const RobotTool& tool,
                             Vec2 canvas) {
    const std::vector<Vec2> points = points_of(stroke.path);
    std::vector<Place> places;
    for (size_t i = 0; i < points.size(); ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(points.size() - 1);
        const double start = stroke.width_start, width = start + (stroke.width_end - start) * share;
        const Place exact = machine_of(head, canvas, points[i], height_for(head, tool, width));
        places.push_back({as_said(exact.x, head.decimals), as_said(exact.y, head.decimals),
                          height_as_said(head, exact.z)});
    }
    return places;
}

void follow(Stroke& stroke, const std::vector<Place>& places, const RobotHead& head, const RobotTool& tool,
            Vec2 canvas) {
    stroke.path = {{canvas_of(head, canvas, places.front()), canvas_of(head, canvas, control_between(places)),
                    canvas_of(head, canvas, places.back())}};
    stroke.width_start = static_cast<float>(width_at(head, tool, places.front().z));
    stroke.width_end = static_cast<float>(width_at(head, tool, places.back().z));
}

double off_the_curve(const std::vector<Place>& places) {
    const Place &first = places.front(), &last = places.back(), control = control_between(places);
    double most = 0.0;
    for (size_t i = 0; i < places.size(); ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(places.size() - 1), back = 1.0 - t;
        const auto on_curve = [&](double a, double b, double c) {
            return back * back * a + 2.0 * back * t * b + t * t * c;
        };
        most = std::max(most, std::hypot(places[i].x - on_curve(first.x, control.x, last.x),
                                         places[i].y - on_curve(first.y, control.y, last.y),
                                         places[i].z - std::lerp(first.z, last.z, t)));
    }
    return most;
}

}  // namespace allaprima
