#pragma once
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "model/painting.h"
#include "model/photo.h"
#include "shelf/shelf.h"

namespace allaprima {

/// The side of the squares that a picture is shown in, pixels.
constexpr int kViewTile = 256;

/// A square of a painting's picture that is asked for.
struct TileWish {
    int size = 0;  ///< Long side of the whole picture: 256 times a power of two, up to 4096.
    int x = 0, y = 0;
    Finish finish = Finish::Lit;
};

/// What pages look at: photographs and renderings, kept for as long as there is room. May be used from
/// several threads.
class Views {
  public:
    explicit Views(Shelf& shelf) : shelf_(shelf) {}

    /// The photograph, reduced as planning reads it. An error of usage for what is none.
    Result<std::shared_ptr<const Photo>> photo(const std::filesystem::path& file, const std::string& id = "");
    /// JSON, as sights_json() has it.
    Result<std::string> sights(const std::string& photo_id, const Brief& brief,
                               const std::function<bool()>& stopped);
    /// JPEG. An error of usage where nothing of it is left.
    Result<std::string> preview(const std::string& photo_id, const Adjustment& asked);
    /// PNG; of a painting that has no plan yet, its photograph. It is kept on disk.
    Result<std::string> thumbnail(const ShelfEntry& entry);
    /// PNG; an error of usage where there is no such tile.
    Result<std::string> tile(const ShelfEntry& entry, const TileWish& wish);
    /// The painting as its file has it, with a plan.
    Result<std::shared_ptr<const Painting>> painting(const ShelfEntry& entry);

  private:
    /// The newest few of something.
    template <typename Value>
    class Recent {
      public:
        explicit Recent(size_t most) : most_(most) {}
        const Value* find(const std::string& key) const {
            for (const auto& [known, value] : values_)
                if (known == key)
                    return &value;
            return nullptr;
        }
        void put(const std::string& key, Value value) {
            values_.emplace_front(key, std::move(value));
            if (values_.size() > most_)
                values_.pop_back();
        }

      private:
        size_t most_;
        std::list<std::pair<std::string, Value>> values_;
    };

    /// Which version of its file a painting is seen in.
    std::string stamp_of(const ShelfEntry& entry) const;
    Result<std::string> new_thumbnail(const ShelfEntry& entry);
    Status render_block(const Painting& painting, const std::string& stamp, const TileWish& wish);
    const std::string* find_tile(const std::string& key);
    void keep_tile(const std::string& key, std::string bytes);

    Shelf& shelf_;
    std::mutex mutex_;
    Recent<std::shared_ptr<const Photo>> photos_{2};
    Recent<std::shared_ptr<const Painting>> paintings_{3};
    struct Seen {
        Brief brief;
        std::string json;
    };
    Recent<Seen> seen_{8};
    std::map<std::string, std::string> tiles_;
    std::list<std::string> tile_order_;  ///< The oldest first.
    size_t tile_bytes_ = 0;
};

}  // namespace allaprima
