#pragma once
#include "cli/options.h"

namespace allaprima {

/// Adds all of them, and what the program itself takes. Both must outlive the parsing.
void add_commands(Command& program, Task& task);

// Each adds one command; parsing it puts its work into the task, which must outlive the parsing.
void add_paint_command(Command& program, Task& task);
void add_render_command(Command& program, Task& task);
void add_resume_command(Command& program, Task& task);
void add_retouch_command(Command& program, Task& task);
void add_repaint_command(Command& program, Task& task);
void add_strokes_command(Command& program, Task& task);
void add_upgrade_command(Command& program, Task& task);
void add_show_command(Command& program, Task& task);
void add_compose_command(Command& program, Task& task);
void add_compare_command(Command& program, Task& task);
void add_palette_command(Command& program, Task& task);
void add_brush_command(Command& program, Task& task);
void add_brief_command(Command& program, Task& task);
void add_study_command(Command& program, Task& task);
void add_hand_command(Command& program, Task& task);
void add_record_command(Command& program, Task& task);
void add_identity_command(Command& program, Task& task);
void add_credentials_command(Command& program, Task& task);
void add_verify_command(Command& program, Task& task);
void add_export_command(Command& program, Task& task);
void add_import_command(Command& program, Task& task);
void add_formats_command(Command& program, Task& task);
void add_robot_command(Command& program, Task& task);
void add_reveal_command(Command& program, Task& task);
void add_studio_command(Command& program, Task& task);
void add_completion_command(Command& program, Task& task);
void add_manual_command(Command& program, Task& task);

}  // namespace allaprima
