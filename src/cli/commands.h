#pragma once
#include <CLI/CLI.hpp>
#include <functional>

#include "base/result.h"

namespace allaprima {

/// What the command line has asked for, once it is parsed: it is carried out after the last word is checked.
struct Task {
    std::function<Status()> carry_out;
};

// Each adds one command; parsing it puts its work into the task, which must outlive the parsing.
void add_paint_command(CLI::App& program, Task& task);
void add_render_command(CLI::App& program, Task& task);
void add_resume_command(CLI::App& program, Task& task);
void add_show_command(CLI::App& program, Task& task);
void add_compare_command(CLI::App& program, Task& task);
void add_completion_command(CLI::App& program, Task& task);

}  // namespace allaprima
