// The program allaprima-decode: reads HEIC and AVIF and draws SVG for allaprima, in a process of its own.
//
//   allaprima-decode read heic|avif MEMORY SECONDS  <picture  >pixels
//   allaprima-decode draw SIDE MEMORY SECONDS  <svg      >pixels
//
// The file must be one that can be moved about in; codecs/pixel_stream.h tells how pixels travel.

#include <cstdlib>

#include "codecs/rare_formats.h"
#include "decoding/helper_program.h"
#include "decoding/rare_sources.h"

namespace {

using namespace allaprima;

Status read_or_draw(std::span<const std::string> words) {
    if (words.size() != 4)
        return not_for_people();
    bind_as_told(words[2], words[3]);
    for (const PictureFormat format : {PictureFormat::Heif, PictureFormat::Avif})
        if (words[0] == "read" && words[1] == helper_word(format))
            return deliver(open_heif(kInputPath));
    if (words[0] == "draw")
        return deliver(open_svg(kInputPath, std::atoi(words[1].c_str())));
    return not_for_people();
}

}  // namespace

int main(int count, char** arguments) {
    run_helper(count, arguments, read_or_draw);
}
