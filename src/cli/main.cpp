#include "cli/command_line.h"

int main(int argc, char** argv) {
    return allaprima::run_command_line({argv, argv + argc});
}
