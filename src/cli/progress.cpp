#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "cli/printing.h"
#include "cli/stop_signal.h"
#include "cli/time_left_in_words.h"

namespace allaprima {
namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenDrawings = 100ms;
constexpr auto kBeforeFirstLine = 1s, kBetweenLines = 3s;
constexpr double kShareBetweenLines = 0.1;
constexpr size_t kBarCells = 30, kBarEnds = 2;

bool is_terminal() {
    const char* kind = std::getenv("TERM");
    return ::isatty(STDERR_FILENO) == 1 && kind != nullptr && std::strcmp(kind, "dumb") != 0;
}

int terminal_columns() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

void write_to_terminal(const std::string& text) {
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string clock_time(double seconds) {
    const auto whole = static_cast<long>(seconds);
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string bar(double share) {
    const auto filled = static_cast<size_t>(std::lround(kBarCells * std::clamp(share, 0.0, 1.0)));
    return fmt::format("[{}{}]", std::string(filled, '#'), std::string(kBarCells - filled, '.'));
}

int percent(double share) {
    return static_cast<int>(std::floor(100.0 * std::clamp(share, 0.0, 1.0)));
}

}  // namespace

ProgressBar::ProgressBar(bool quiet) : quiet_(quiet), terminal_(is_terminal()) {}

ProgressBar::~ProgressBar() {
    if (drawn_)
        write_to_terminal("\r\033[K");
}

double ProgressBar::seconds() const {
    return std::chrono::duration<double>(Clock::now() - began_).count();
}

bool ProgressBar::stop_requested() const {
    return heed_stop_signal();
}

void ProgressBar::say(const std::string& line) {
    if (quiet_)
        return;
    if (drawn_)
        write_to_terminal("\r\033[K");
    drawn_ = false;
    print_line_to_stderr(line);
}

namespace {

/// What ends with strokes that are worth keeping: it looks for a stop of itself, now and then.
bool makes_strokes(std::string_view stage) {
    return stage == "planning" || stage == "mixing colours" || stage == "scumbling and glazing";
}

}  // namespace

void ProgressBar::progress(std::string_view stage, double share) {
    be_patient(makes_strokes(stage));
    if (quiet_)
        return;
    // A stop while the picture is being made ends it at once, and what that means is told as an error.
    const bool was_painting = std::exchange(painting_, stage == "painting");
    if (stop_signal() != 0 && !stop_told_ && !was_painting) {
        stop_told_ = true;
        say("stopping; what is painted so far is kept (press Ctrl-C again to end at once)");
    }
    const std::optional<double> left = time_left_.at(stage, share, seconds());
    const std::string in_words = left ? ", " + time_left_in_words(*left) : "";
    if (terminal_)
        draw(stage, share, in_words);
    else
        tell(stage, share, in_words);
}

void ProgressBar::draw(std::string_view stage, double share, const std::string& left) {
    const bool due = Clock::now() - last_ >= kBetweenDrawings || stage != last_stage_;
    if (drawn_ && !due)
        return;
    last_ = Clock::now();
    last_stage_ = stage;
    drawn_ = true;
    // A line as long as the terminal is wide would wrap, and could not be drawn over.
    const auto longest = static_cast<size_t>(terminal_columns()) - 1;
    const std::string numbers = fmt::format(" {:>3} %  {}{}", percent(share), clock_time(seconds()), left);
    std::string line = fmt::format("{:<15}", stage);
    if (line.size() + kBarCells + kBarEnds + numbers.size() <= longest)
        line += bar(share);
    line += numbers;
    write_to_terminal(fmt::format("\r{}\033[K", line.substr(0, longest)));
}

void ProgressBar::tell(std::string_view stage, double share, const std::string& left) {
    const bool further = stage != last_stage_ || share >= last_share_ + kShareBetweenLines;
    if (!further || Clock::now() - last_ < (last_stage_.empty() ? kBeforeFirstLine : kBetweenLines))
        return;
    last_ = Clock::now();
    last_stage_ = stage;
    last_share_ = share;
    print_line_to_stderr(fmt::format("{} {} %, {}{}", stage, percent(share), clock_time(seconds()), left));
}

}  // namespace allaprima
