#include "io/read_svg.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "image/colour.h"
#include "io/svg_document.h"

namespace allaprima {
namespace {

constexpr uintmax_t kMostBytes = uintmax_t{16} << 20;
/// Seconds that drawing may take the processor.
constexpr rlim_t kMostSeconds = 20;

/// Memory that parent and child both see.
class SharedMemory {
  public:
    explicit SharedMemory(size_t bytes)
        : bytes_(bytes),
          start_(mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {}
    SharedMemory(const SharedMemory&) = delete;
    SharedMemory& operator=(const SharedMemory&) = delete;
    ~SharedMemory() {
        if (ok())
            munmap(start_, bytes_);
    }
    bool ok() const { return start_ != MAP_FAILED; }
    std::byte* data() const { return static_cast<std::byte*>(start_); }

  private:
    size_t bytes_;
    void* start_;
};

/// What the child tells; the pixels follow it.
struct Report {
    bool drawn = false;
    Size size;
    char trouble[400] = "";
};

/// The process' writable memory so far, bytes; what it may take more is counted from here.
rlim_t memory_held() {
    std::ifstream file("/proc/self/statm");
    rlim_t pages = 0;
    for (int column = 0; column < 6; ++column)
        file >> pages;
    return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

void bind(int resource, rlim_t most) {
    rlimit limit{};
    getrlimit(resource, &limit);
    limit.rlim_cur = std::min(most, limit.rlim_max);
    setrlimit(resource, &limit);
}

/// In the child: draws, and leaves without running what the parent has to run.
[[noreturn]] void draw_and_leave(const std::string& document, int long_side, size_t memory,
                                 std::byte* shared) {
    // The libraries complain and give up in ways of their own.
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGINT, SIGTERM, SIGXCPU})
        std::signal(signal, SIG_DFL);
    static_cast<void>(std::freopen("/dev/null", "w", stderr));
    bind(RLIMIT_CORE, 0);
    bind(RLIMIT_CPU, kMostSeconds);
    bind(RLIMIT_DATA, memory_held() + memory);
    Report report;
    if (const Result<DrawnSvg> drawn = draw_svg(document, long_side); drawn) {
        report.drawn = true;
        report.size = drawn->size;
        std::memcpy(shared + sizeof report, drawn->pixels.data(), drawn->pixels.size() * sizeof(uint32_t));
    } else {
        std::strncpy(report.trouble, drawn.error().message.c_str(), sizeof report.trouble - 1);
    }
    std::memcpy(shared, &report, sizeof report);
    _exit(0);
}

Result<std::string> read_text(const std::string& path) {
    std::error_code fault;
    const uintmax_t bytes = std::filesystem::file_size(path, fault);
    if (fault)
        return Error{"it cannot be opened: " + fault.message()};
    if (bytes > kMostBytes)
        return Error{"it is more than 16 MB of SVG; export it as a PNG"};
    std::ifstream file(path, std::ios::binary);
    std::string text(static_cast<size_t>(bytes), '\0');
    file.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return text;
}

Photo photo_of(Size size, const std::byte* pixels) {
    Photo photo{Image<Rgb>(size), Image<float>(size), size, {}, {}};
    bool opaque = true;
    for (size_t i = 0; i < photo.alpha.pixels().size(); ++i) {
        uint32_t pixel = 0;
        std::memcpy(&pixel, pixels + i * sizeof pixel, sizeof pixel);
        const auto channel = [pixel](int shift) { return static_cast<float>(pixel >> shift & 0xff); };
        const float alpha = channel(24);
        opaque = opaque && alpha == 255.0f;
        photo.alpha.pixels()[i] = alpha / 255.0f;
        if (alpha > 0.0f)
            photo.colour.pixels()[i] =
                linear_from_srgb(Rgb{channel(16) / alpha, channel(8) / alpha, channel(0) / alpha});
    }
    if (opaque)
        photo.alpha = {};
    return photo;
}

int wait_for(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

}  // namespace

Result<Photo> read_svg(const std::string& path, const ReadLimits& limits, int long_side) {
    const Result<std::string> document = read_text(path);
    if (!document)
        return document.error();
    if (const Status safe = check_svg(*document); !safe)
        return safe.error();
    const auto side = static_cast<size_t>(long_side);
    const SharedMemory shared(sizeof(Report) + side * side * sizeof(uint32_t));
    if (!shared.ok() || side * side > static_cast<size_t>(limits.pixels))
        return Error{"there is not enough memory to draw it; ask for a smaller picture"};
    const pid_t child = fork();
    if (child < 0)
        return Error{"there is not enough memory to draw it; ask for a smaller picture"};
    if (child == 0)
        draw_and_leave(*document, long_side, limits.memory_bytes, shared.data());
    const int status = wait_for(child);
    Report report;
    std::memcpy(&report, shared.data(), sizeof report);
    if (WIFEXITED(status) && report.drawn)
        return photo_of(report.size, shared.data() + sizeof report);
    if (report.trouble[0] != '\0')
        return Error{report.trouble};
    return Error{"drawing it takes more time or memory than is allowed; export it as a PNG"};
}

}  // namespace allaprima
