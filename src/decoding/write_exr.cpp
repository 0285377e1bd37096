#include "decoding/write_exr.h"

#include <OpenImageIO/imageio.h>

#include <algorithm>
#include <exception>

#include "decoding/file_proxy.h"

namespace allaprima {

namespace {

/// Rows that are handed to the encoder at a time: it compresses sixteen together.
constexpr int kExrBand = 64;

OIIO::ImageSpec exr_spec(const PictureForm& form) {
    OIIO::ImageSpec spec(form.size.width, form.size.height, form.channels,
                         form.depth == 16 ? OIIO::TypeDesc::HALF : OIIO::TypeDesc::FLOAT);
    spec.attribute("oiio:UnassociatedAlpha", 0);
    spec.attribute("Software", "Alla Prima");
    if (form.dpi > 0.0) {
        spec.attribute("XResolution", static_cast<float>(form.dpi));
        spec.attribute("YResolution", static_cast<float>(form.dpi));
        spec.attribute("ResolutionUnit", "in");
    }
    if (!form.note.empty())
        spec.attribute("ImageDescription", form.note);
    spec.attribute("compression", "zip");
    // EXIF's way to leave the time open; the encoder would put the present one.
    spec.attribute("DateTime", "    :  :     :  :  ");
    if (form.light)
        spec.attribute("oiio:ColorSpace", "Linear");
    return spec;
}

/// The encoder with its file; some of its troubles are reported, some thrown, and some swallowed.
class ExrFile {
  public:
    explicit ExrFile(OutputFile& file)
        : file_(file), proxy_(file), output_(OIIO::ImageOutput::create("openexr")) {}

    Status open(const PictureForm& form) {
        if (!output_)
            return Error{"this installation of OpenImageIO cannot write openexr; install one that can"};
        output_->set_ioproxy(&proxy_);
        return attempt([&] { return output_->open("picture.exr", exr_spec(form)); });
    }
    Status write(int first, int end, const float* samples) {
        return attempt(
            [&] { return output_->write_scanlines(first, end, 0, OIIO::TypeDesc::FLOAT, samples); });
    }
    Status close() {
        const Status closed = attempt([&] { return output_->close(); });
        file_.shut();
        return closed && file_.failure() != 0 ? Status(encoding_failure(file_.failure(), {})) : closed;
    }

  private:
    template <typename Step>
    Status attempt(Step step) {
        try {
            if (step() && file_.failure() == 0)
                return Done{};
            return encoding_failure(file_.failure(), output_->geterror());
        } catch (const std::exception& trouble) {
            return encoding_failure(file_.failure(), trouble.what());
        }
    }

    OutputFile& file_;
    FileProxy proxy_;
    std::unique_ptr<OIIO::ImageOutput> output_;
};

}  // namespace

Status write_exr(ByteStream& stream, OutputFile& file) {
    const Result<PictureForm> form = read_form(stream);
    if (!form)
        return form.error();
    // One thread: the process that tells the rows has its own.
    OIIO::attribute("threads", 1);
    OIIO::attribute("exr_threads", -1);
    ExrFile exr(file);
    if (const Status opened = exr.open(*form); !opened)
        return opened;
    std::vector<float> samples(kExrBand * form->row_samples());
    for (int y = 0; y < form->size.height; y += kExrBand) {
        const int end = std::min(y + kExrBand, form->size.height);
        const size_t count = static_cast<size_t>(end - y) * form->row_samples();
        if (const Status told =
                stream.read(reinterpret_cast<std::byte*>(samples.data()), count * sizeof(float));
            !told)
            return told;
        if (const Status written = exr.write(y, end, samples.data()); !written)
            return written;
    }
    return exr.close();
}

}  // namespace allaprima
