#include "exporting/write_ora.h"

#include <fmt/format.h>

#include <filesystem>
#include <pugixml.hpp>
#include <sstream>

#include "exporting/layers.h"
#include "files/temporary_folder.h"
#include "files/zip_archive.h"
#include "image/filters.h"
#include "pictures/write_picture.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

constexpr int kThumbnailSide = 256;

std::string layer_file(size_t number) {
    return fmt::format("data/layer{:03}.png", number);
}

void tell_layer(const PictureLayer& layer, size_t number, pugi::xml_node node) {
    node.append_attribute("name") = layer.name.c_str();
    node.append_attribute("src") = layer_file(number).c_str();
    node.append_attribute("x") = layer.raster.area.x0;
    node.append_attribute("y") = layer.raster.area.y0;
    node.append_attribute("opacity") = "1.0";
    node.append_attribute("visibility") = "visible";
    node.append_attribute("composite-op") =
        layer.blend == Blend::HardLight ? "svg:hard-light" : "svg:src-over";
}

/// What tells readers how the layers lie, the uppermost first.
std::string stack_of(const LayeredPicture& picture, double dpi) {
    pugi::xml_document document;
    pugi::xml_node image = document.append_child("image");
    image.append_attribute("version") = "0.0.5";
    image.append_attribute("w") = picture.size.width;
    image.append_attribute("h") = picture.size.height;
    image.append_attribute("xres") = static_cast<int>(dpi + 0.5);
    image.append_attribute("yres") = static_cast<int>(dpi + 0.5);
    pugi::xml_node stack = image.append_child("stack"), group = stack;
    std::string open;
    for (size_t i = picture.layers.size(); i-- > 0;) {
        const PictureLayer& layer = picture.layers[i];
        if (layer.group != open) {
            open = layer.group;
            group = open.empty() ? stack : stack.append_child("stack");
            if (!open.empty())
                group.append_attribute("name") = open.c_str();
        }
        tell_layer(layer, i, group.append_child("layer"));
    }
    std::ostringstream text;
    document.save(text, " ");
    return text.str();
}

Picture thumbnail_of(const Picture& picture) {
    const Size size = no_longer_than(kThumbnailSide, picture.size());
    return {resized(picture.colour, size), resized(picture.alpha, size)};
}

}  // namespace

Result<ExportNotes> write_ora(const ExportJob& job, const std::string& file) {
    const Result<LayeredPicture> picture = layers_of(job);
    if (!picture)
        return picture.error();
    const TemporaryFolder folder;
    if (folder.path().empty())
        return Error{fmt::format("cannot write {}: there is no room for temporary files", job.path)};
    const WriteOptions options{.depth = job.depth, .dpi = job.dpi};
    const std::string type = "image/openraster", stack = stack_of(*picture, job.dpi);
    ZipArchive archive(file);
    archive.add_text("mimetype", type);
    archive.add_text("stack.xml", stack);
    Status written = Done{};
    double packed = 0.0;
    const double all = static_cast<double>(picture->layers.size()) + 2.0;
    const auto add_picture = [&](const std::string& name, const Picture& pixels, const WriteOptions& how,
                                 const std::vector<XmpValue>& says = {}) {
        job.observer.progress("packing", packed++ / all);
        const std::string path = (folder.path() / fs::path(name).filename()).string();
        if (written && job.observer.stop_requested())
            written = stopped_export(job);
        if (written)
            written = write_picture(path, pixels, how);
        if (written && !says.empty() && is_small_enough_for_xmp(path))
            written = write_xmp(path, says);
        archive.add_file(name, path);
    };
    for (size_t i = 0; i < picture->layers.size(); ++i)
        add_picture(layer_file(i), picture_of(masked(picture->layers[i], picture->full), picture->full),
                    options);
    const Picture merged = picture_of(picture->merged, picture->full);
    add_picture("mergedimage.png", merged, options, job.says);
    add_picture("Thumbnails/thumbnail.png", thumbnail_of(merged), {.depth = 8});
    if (!written)
        return written.error();
    if (const Status closed = archive.close(job.path); !closed)
        return closed.error();
    return ExportNotes{};
}

}  // namespace allaprima
