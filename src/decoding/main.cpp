// The program allaprima-decode: reads and writes the picture formats that few files are in, for allaprima, in
// a process of its own.
//
//   allaprima-decode read heic|bmp|gif|exr MEMORY SECONDS  <picture  >pixels
//   allaprima-decode draw SIDE MEMORY SECONDS              <svg      >pixels
//   allaprima-decode write exr                             <pixels   >picture
//
// The file must be one that can be moved about in; io/pixel_stream.h tells how pixels travel. One line on the
// standard error says what is wrong with a file.

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <new>
#include <span>
#include <string>

#include "decoding/limits.h"
#include "decoding/rare_sources.h"
#include "decoding/write_exr.h"
#include "io/pixel_stream.h"
#include "io/rare_formats.h"

namespace {

using namespace allaprima;

constexpr int kFailed = 1;
constexpr int kWrongWords = 2;
/// What the standard input is called as a file.
constexpr const char* kInputPath = "/proc/self/fd/0";

class StandardInput final : public ByteStream {
  public:
    Status read(std::byte* bytes, size_t count) override {
        while (count > 0) {
            const ssize_t taken = ::read(STDIN_FILENO, bytes, count);
            if (taken < 0 && errno == EINTR)
                continue;
            if (taken <= 0)
                return Error{"the picture ends before its last row"};
            bytes += taken;
            count -= static_cast<size_t>(taken);
        }
        return Done{};
    }
    Status finish() override { return Done{}; }
};

Status send_to_output(const void* bytes, size_t count) {
    const char* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t sent = ::write(STDOUT_FILENO, from, count);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return Error{"nobody wants the picture any more"};
        from += sent;
        count -= static_cast<size_t>(sent);
    }
    return Done{};
}

Status deliver(const OpenedSource& source) {
    if (!source)
        return source.error();
    return send_pixels(**source, send_to_output);
}

OpenedSource open_by_word(const std::string& word) {
    if (word == helper_word(PictureFormat::Heif))
        return open_heif(kInputPath);
    for (const PictureFormat format : {PictureFormat::Bmp, PictureFormat::Gif, PictureFormat::OpenExr})
        if (word == helper_word(format))
            return open_by_oiio(kInputPath, format);
    return Error{"allaprima-decode knows no pictures called " + word};
}

void bind_as_told(const std::string& memory, const std::string& seconds) {
    bind_reading(std::strtoull(memory.c_str(), nullptr, 10), std::atoi(seconds.c_str()));
}

Status do_work(std::span<const std::string> words) {
    if (words.size() == 4 && words[0] == "read") {
        bind_as_told(words[2], words[3]);
        return deliver(open_by_word(words[1]));
    }
    if (words.size() == 4 && words[0] == "draw") {
        bind_as_told(words[2], words[3]);
        return deliver(open_svg(kInputPath, std::atoi(words[1].c_str())));
    }
    if (words.size() == 2 && words[0] == "write" && words[1] == helper_word(PictureFormat::OpenExr)) {
        bind_writing();
        StandardInput input;
        OutputFile file(::dup(STDOUT_FILENO));
        return write_exr(input, file);
    }
    return Error{"allaprima-decode is started by allaprima; it is of no use by itself", true};
}

/// Libraries report most troubles, but throw some.
Status do_work_without_throwing(std::span<const std::string> words) {
    try {
        return do_work(words);
    } catch (const std::bad_alloc&) {
        return Error{"there is not enough memory to read it; make it smaller first"};
    } catch (const std::exception& trouble) {
        return Error{"it is damaged (" + one_line(trouble.what()) + "); get a whole copy of it"};
    }
}

}  // namespace

int main(int count, char** arguments) {
    // The libraries have words of their own for the standard error; nobody is to see them.
    const int troubles = ::dup(STDERR_FILENO);
    const int nothing = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    ::dup2(nothing, STDERR_FILENO);
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const Status done = do_work_without_throwing(words);
    if (!done) {
        const std::string line = done.error().message + "\n";
        static_cast<void>(!::write(troubles, line.data(), line.size()));
    }
    // Without the ends of the libraries, which have nothing to say any more and may hang.
    _exit(done ? 0 : done.error().usage ? kWrongWords : kFailed);
}
