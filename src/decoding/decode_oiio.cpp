// The program allaprima-decode-oiio: reads BMP, GIF and EXR and writes EXR for allaprima, in a process of its
// own. It is apart from allaprima-decode because OpenImageIO takes ten times as long to start as all else.
//
//   allaprima-decode-oiio read bmp|gif|exr MEMORY SECONDS  <picture  >pixels
//   allaprima-decode-oiio write exr                        <pixels   >picture

#include <unistd.h>

#include "codecs/rare_formats.h"
#include "decoding/helper_program.h"
#include "decoding/limits.h"
#include "decoding/rare_sources.h"
#include "decoding/write_exr.h"

namespace {

using namespace allaprima;

Status read_picture(const std::string& word) {
    for (const PictureFormat format : {PictureFormat::Bmp, PictureFormat::Gif, PictureFormat::OpenExr})
        if (word == helper_word(format))
            return deliver(open_by_oiio(kInputPath, format));
    return not_for_people();
}

Status read_or_write(std::span<const std::string> words) {
    if (words.size() == 4 && words[0] == "read") {
        bind_as_told(words[2], words[3]);
        return read_picture(words[1]);
    }
    if (words.size() == 2 && words[0] == "write" && words[1] == helper_word(PictureFormat::OpenExr)) {
        bind_writing();
        StandardInput input;
        OutputFile file(::dup(STDOUT_FILENO));
        return write_exr(input, file);
    }
    return not_for_people();
}

}  // namespace

int main(int count, char** arguments) {
    run_helper(count, arguments, read_or_write);
}
