#pragma once
#include "cli/options.h"

namespace allaprima {

// Each adds one command; parsing it puts its work into the task, which must outlive the parsing.
void add_paint_command(CLI::App& program, Task& task);
void add_render_command(CLI::App& program, Task& task);
void add_resume_command(CLI::App& program, Task& task);
void add_show_command(CLI::App& program, Task& task);
void add_compose_command(CLI::App& program, Task& task);
void add_compare_command(CLI::App& program, Task& task);
void add_palette_command(CLI::App& program, Task& task);
void add_brush_command(CLI::App& program, Task& task);
void add_brief_command(CLI::App& program, Task& task);
void add_study_command(CLI::App& program, Task& task);
void add_hand_command(CLI::App& program, Task& task);
void add_record_command(CLI::App& program, Task& task);
void add_identity_command(CLI::App& program, Task& task);
void add_credentials_command(CLI::App& program, Task& task);
void add_verify_command(CLI::App& program, Task& task);
void add_export_command(CLI::App& program, Task& task);
void add_import_command(CLI::App& program, Task& task);
void add_formats_command(CLI::App& program, Task& task);
void add_robot_command(CLI::App& program, Task& task);
void add_reveal_command(CLI::App& program, Task& task);
void add_completion_command(CLI::App& program, Task& task);

}  // namespace allaprima
