#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/printing.h"
#include "cli/stop_signal.h"
#include "studio/serve.h"

namespace allaprima {
namespace {

/// Tells on standard output; ends by Ctrl-C.
class StudioObserver final : public Observer {
  public:
    void progress(std::string_view, double) override {}
    void say(const std::string& line) override { (void)print(line + "\n"); }
    bool stop_requested() const override { return heed_stop_signal(); }
};

struct StudioOptions {
    std::string folder;
    int port = 0;
    bool open_page = false;
};

Status serve(const StudioOptions& options) {
    if (options.port < 0 || options.port > 65535)
        return Error{"--port must be 0 to 65535", true};
    catch_first_stop_signal();
    StudioObserver observer;
    return run_studio({.folder = options.folder, .port = options.port, .open_page = options.open_page},
                      observer);
}

constexpr const char* kStudioExplained =
    "Serves a page to the browsers of this machine alone, on which photographs are painted before your "
    "eyes.\n"
    "Nothing leaves the machine. Paintings are kept in a folder as they go on; whatever ends the program, "
    "the\n"
    "next start goes on with them. Ctrl-C ends it.\n\n"
    "Examples:\n"
    "  allaprima studio --open\n"
    "  allaprima studio --folder ~/Pictures/paintings --port 8080";

}  // namespace

void add_studio_command(Command& program, Task& task) {
    auto options = std::make_shared<StudioOptions>();
    Command& command = add_command(program, "studio", "Paint on a page in your browser", kStudioExplained);
    add_changed_file(command,
                     {.name = "--folder",
                      .placeholder = "FOLDER",
                      .help = "Where the paintings are kept (if left out: 'Alla Prima' in your home)"},
                     options->folder);
    add_number(command,
               {.name = "--port",
                .placeholder = "N",
                .help = "The port of 127.0.0.1 to serve at (if left out: 7410, or the next free one)"},
               options->port);
    add_switch(command, "--open", options->open_page, "Show the page in the desktop's browser");
    on_command(command, task, [options] { return serve(*options); });
}

}  // namespace allaprima
