#include "studio/views.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "composing/adjust_photo.h"
#include "engine/inputs.h"
#include "engine/load_painting.h"
#include "files/new_file.h"
#include "files/text_file.h"
#include "pictures/read_motif.h"
#include "shelf/sweep_shelf.h"
#include "showing/picture_bytes.h"
#include "showing/show_painting.h"
#include "studio/sights.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

constexpr int kPreviewLongSide = 1600, kThumbnailLongSide = 320;  // pixels
constexpr int kLargestView = 4096;                                // pixels
/// So many pixels on each side are rendered at once: what is beside a tile will be asked for next.
constexpr int kBlock = 1024;
constexpr size_t kMostTileBytes = size_t{96} << 20;

bool is_view_size(int size) {
    for (int known = kViewTile; known <= kLargestView; known *= 2)
        if (size == known)
            return true;
    return false;
}

std::string key_of(const std::string& stamp, const TileWish& wish) {
    return fmt::format("{}/{}/{}/{}/{}", stamp, static_cast<int>(wish.finish), wish.size, wish.x, wish.y);
}

std::string bytes_in(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The part of the picture that a tile is.
PixelRect area_of(const TileWish& wish, Size whole) {
    const int x = wish.x * kViewTile, y = wish.y * kViewTile;
    return {x, y, std::min(x + kViewTile, whole.width), std::min(y + kViewTile, whole.height)};
}

Picture cut(const Picture& picture, const PixelRect& area) {
    Picture part{Image<Rgb>({area.width(), area.height()}), {}};
    if (!picture.alpha.empty())
        part.alpha = Image<float>({area.width(), area.height()});
    for (int y = 0; y < area.height(); ++y)
        for (int x = 0; x < area.width(); ++x) {
            part.colour.at(x, y) = picture.colour.at(area.x0 + x, area.y0 + y);
            if (!part.alpha.empty())
                part.alpha.at(x, y) = picture.alpha.at(area.x0 + x, area.y0 + y);
        }
    return part;
}

}  // namespace

Result<std::shared_ptr<const Photo>> Views::photo(const fs::path& file, const std::string& id) {
    {
        const std::lock_guard hold(mutex_);
        if (const auto* known = photos_.find(id); known && !id.empty())
            return *known;
    }
    Result<Inputs> inputs = read_inputs(file.string(), Brief{});
    if (!inputs)
        return inputs.error();
    const std::string key = id.empty() ? inputs->photo.digest.substr(0, 16) : id;
    auto photo = std::make_shared<const Photo>(std::move(inputs->photo));
    const std::lock_guard hold(mutex_);
    photos_.put(key, photo);
    return photo;
}

Result<std::string> Views::sights(const std::string& photo_id, const Brief& brief,
                                  const std::function<bool()>& stopped) {
    {
        const std::lock_guard hold(mutex_);
        if (const Seen* known = seen_.find(photo_id); known && known->brief == brief)
            return known->json;
    }
    Result<std::string> json = sights_json(shelf_.photo_file(photo_id).string(), brief, stopped);
    if (json && !stopped()) {
        const std::lock_guard hold(mutex_);
        seen_.put(photo_id, {brief, *json});
    }
    return json;
}

Result<std::string> Views::preview(const std::string& photo_id, const Adjustment& asked) {
    const fs::path file = shelf_.photo_file(photo_id);
    const std::optional<ShelfPhoto> facts = shelf_.find_photo(photo_id);
    if (facts && facts->width == 0) {
        const Result<Photo> drawing = read_motif(file.string(), ReadLimits{}, kPreviewLongSide);
        return drawing ? picture_bytes(show_photo(*drawing, kPreviewLongSide), ScreenFormat::Jpeg)
                       : Result<std::string>(drawing.error());
    }
    const Result<std::shared_ptr<const Photo>> seen = photo(file, photo_id);
    if (!seen)
        return seen.error();
    const Result<Photo> shown = adjusted(**seen, asked);
    if (!shown)
        return shown.error();
    return picture_bytes(show_photo(*shown, kPreviewLongSide), ScreenFormat::Jpeg);
}

std::string Views::stamp_of(const ShelfEntry& entry) const {
    return stamp_of_painting(shelf_.folder(), entry);
}

Result<std::shared_ptr<const Painting>> Views::painting(const ShelfEntry& entry) {
    const std::string stamp = stamp_of(entry);
    {
        const std::lock_guard hold(mutex_);
        if (const auto* known = paintings_.find(stamp); known && !stamp.empty())
            return *known;
    }
    Result<Painting> loaded = load_planned(shelf_.painting_file(entry).string());
    if (!loaded)
        return Error{"there is no picture of it yet: it is still being planned"};
    loaded->start.reference = {};
    auto painting = std::make_shared<const Painting>(std::move(loaded).value());
    const std::lock_guard hold(mutex_);
    paintings_.put(stamp, painting);
    return painting;
}

Result<std::string> Views::thumbnail(const ShelfEntry& entry) {
    const std::string stamp = stamp_of(entry);
    const fs::path file = shelf_.state_folder() / "thumbnails" / (stamp + ".png");
    if (std::string known = stamp.empty() ? "" : bytes_in(file); !known.empty())
        return known;
    Result<std::string> bytes = new_thumbnail(entry);
    // Only what will not change any more is worth keeping; without it there is the same picture, later.
    if (bytes && entry.lot == Lot::Finished)
        if (Result<NewFile> kept = NewFile::create(file.string(), true)) {
            TextFile out(kept->temporary_path());
            out.write(*bytes);
            if (out.close(file.string()))
                (void)kept->finish();
        }
    return bytes;
}

Result<std::string> Views::new_thumbnail(const ShelfEntry& entry) {
    if (const auto made = painting(entry))
        return picture_bytes(show_painting(*(*made)->plan, (*made)->start.brief,
                                           {.long_side = kThumbnailLongSide}, ThreadPool()),
                             ScreenFormat::Png);
    if (!shelf_.find_photo(entry.photo))
        return Error{"there is no picture of it yet"};
    const auto seen = photo(shelf_.photo_file(entry.photo), entry.photo);
    if (!seen)
        return seen.error();
    return picture_bytes(show_photo(**seen, kThumbnailLongSide), ScreenFormat::Png);
}

const std::string* Views::find_tile(const std::string& key) {
    const auto found = tiles_.find(key);
    return found == tiles_.end() ? nullptr : &found->second;
}

void Views::keep_tile(const std::string& key, std::string bytes) {
    const std::lock_guard hold(mutex_);
    tile_bytes_ += bytes.size();
    if (tiles_.emplace(key, std::move(bytes)).second)
        tile_order_.push_back(key);
    while (tile_bytes_ > kMostTileBytes && tile_order_.size() > 1) {
        const auto oldest = tiles_.find(tile_order_.front());
        tile_bytes_ -= oldest->second.size();
        tiles_.erase(oldest);
        tile_order_.pop_front();
    }
}

Status Views::render_block(const Painting& painting, const std::string& stamp, const TileWish& wish) {
    const Plan& plan = *painting.plan;
    const Size whole = shown_size(plan, wish.size);
    const int left = wish.x * kViewTile / kBlock * kBlock, top = wish.y * kViewTile / kBlock * kBlock;
    const PixelRect block{left, top, std::min(left + kBlock, whole.width),
                          std::min(top + kBlock, whole.height)};
    const Picture picture =
        show_painting(plan, painting.start.brief,
                      {.long_side = wish.size, .finish = wish.finish, .part = block}, ThreadPool());
    TileWish one = wish;
    for (one.y = top / kViewTile; one.y * kViewTile < block.y1; ++one.y)
        for (one.x = left / kViewTile; one.x * kViewTile < block.x1; ++one.x) {
            const PixelRect area = area_of(one, whole);
            Result<std::string> bytes =
                picture_bytes(cut(picture, {area.x0 - left, area.y0 - top, area.x1 - left, area.y1 - top}),
                              ScreenFormat::Png);
            if (!bytes)
                return bytes.error();
            keep_tile(key_of(stamp, one), std::move(bytes).value());
        }
    return Done{};
}

Result<std::string> Views::tile(const ShelfEntry& entry, const TileWish& wish) {
    const std::string stamp = stamp_of(entry), key = key_of(stamp, wish);
    {
        const std::lock_guard hold(mutex_);
        if (const std::string* known = find_tile(key))
            return *known;
    }
    const Result<std::shared_ptr<const Painting>> made = painting(entry);
    if (!made)
        return made.error();
    const Size whole = shown_size(*(*made)->plan, wish.size);
    if (!is_view_size(wish.size) || wish.x >= (whole.width + kViewTile - 1) / kViewTile ||
        wish.y >= (whole.height + kViewTile - 1) / kViewTile)
        return Error{"there is no such tile", true};
    if (const Status rendered = render_block(**made, stamp, wish); !rendered)
        return rendered.error();
    const std::lock_guard hold(mutex_);
    const std::string* bytes = find_tile(key);
    return bytes ? Result<std::string>(*bytes) : Error{"there is no such tile", true};
}

}  // namespace allaprima
