#include "showing/picture_bytes.h"

#include <fstream>
#include <iterator>
#include <vector>

#include "codecs/picture_encoder.h"
#include "files/temporary_folder.h"

namespace allaprima {
namespace {

std::vector<float> samples_of(const Picture& picture, bool alpha) {
    std::vector<float> samples;
    samples.reserve(static_cast<size_t>(picture.size().area()) * (alpha ? 4 : 3));
    for (int y = 0; y < picture.size().height; ++y)
        for (int x = 0; x < picture.size().width; ++x) {
            const Rgb& colour = picture.colour.at(x, y);
            samples.insert(samples.end(), {colour.r, colour.g, colour.b});
            if (alpha)
                samples.push_back(picture.alpha.at(x, y));
        }
    return samples;
}

Status encode(const Picture& picture, ScreenFormat format, const std::string& file) {
    const bool alpha = !picture.alpha.empty();
    PictureForm form{.size = picture.size(), .note = {}, .profile = {}};
    form.channels = alpha ? 4 : 3;
    form.alpha = alpha;
    form.srgb = true;
    std::ofstream(file, std::ios::binary).close();
    StartedEncoder encoder = format == ScreenFormat::Png ? start_png(file, form) : start_jpeg(file, form);
    if (!encoder)
        return encoder.error();
    const std::vector<float> samples = samples_of(picture, alpha);
    if (const Status written = (*encoder)->write_rows(picture.size().height, samples.data()); !written)
        return written;
    return (*encoder)->finish();
}

}  // namespace

Result<std::string> picture_bytes(const Picture& picture, ScreenFormat format) {
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{"there is no room for temporary files"};
    const std::string file = (folder.path() / "picture").string();
    const bool on_paper = format == ScreenFormat::Jpeg && !picture.alpha.empty();
    if (const Status encoded = encode(on_paper ? Picture{on_white(picture), {}} : picture, format, file);
        !encoded)
        return encoded.error();
    std::ifstream in(file, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

}  // namespace allaprima
