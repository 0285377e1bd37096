#include <cstdint>
#include <string_view>

#include "robot/simulate_robot.h"

/// Reads any bytes as a program, by a machine with an axis and by one with a servo.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    using allaprima::Lift;
    const std::string_view program(reinterpret_cast<const char*>(data), size);
    for (const Lift lift : {Lift::Axis, Lift::Servo}) {
        allaprima::RobotHead head;
        head.lift = lift;
        (void)allaprima::simulate_robot(program, head, {300.0f, 400.0f}, 8);
    }
    return 0;
}
