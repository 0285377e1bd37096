#pragma once
#include <string>
#include <vector>

#include "base/geometry.h"
#include "model/plan.h"
#include "model/robot_head.h"
#include "robot/robot_layout.h"

namespace allaprima {

/// The turn of a head's servo at which the tip is at a height, and back.
double servo_for(const RobotHead& head, double height);
double height_of_servo(const RobotHead& head, double turn);

/// A number as programs write it: rounded to so many decimals, without zeros at its end.
std::string number_in_program(double value, int decimals);

/// The places that the tip passes on a stroke, as a program can say them: at even steps of the path's
/// parameter, an odd number of them, at least 3, each rounded to the head's decimals.
std::vector<Place> places_of(const Stroke& stroke, const RobotHead& head, const RobotTool& tool, Vec2 canvas);

/// Gives a stroke the path and the widths that a tip paints that passes these places: of the curve through
/// the first, the middle and the last.
void follow(Stroke& stroke, const std::vector<Place>& places, const RobotHead& head, const RobotTool& tool,
            Vec2 canvas);

/// How far the places lie from that curve, and from the even way between its heights, at the most, mm. Those
/// of places_of() lie no farther than they are rounded.
double off_the_curve(const std::vector<Place>& places);

}  // namespace allaprima
