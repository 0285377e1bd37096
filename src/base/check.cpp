#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace allaprima {
namespace {

thread_local const WorkInHand* innermost = nullptr;

std::string& painting_in_hand() {
    static std::string file;
    return file;
}

std::string with_painting(std::string words) {
    const std::string& file = painting_in_hand();
    const size_t place = words.find("PAINTING");
    if (place != std::string::npos && !file.empty())
        words.replace(place, std::string("PAINTING").size(), file);
    return words;
}

}  // namespace

WorkInHand::WorkInHand() : outer_(innermost) {
    innermost = this;
}

WorkInHand::~WorkInHand() {
    innermost = outer_;
}

std::string WorkInHand::all_told() {
    std::string text;
    for (const WorkInHand* work = innermost; work; work = work->outer_)
        text.insert(0, with_painting(work->told()) + "\n");
    return text;
}

void name_painting_in_hand(const std::string& file) {
    painting_in_hand() = file;
}

void stop_for_broken_promise(const char* file, int line, const char* condition) {
    std::fprintf(stderr, "%s:%d: broken promise: %s\n%s", file, line, condition,
                 WorkInHand::all_told().c_str());
    std::abort();
}

}  // namespace allaprima
