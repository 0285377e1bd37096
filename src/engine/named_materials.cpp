#include "engine/named_materials.h"

#include <span>

#include "briefs/read_brush.h"
#include "briefs/read_hand.h"
#include "briefs/shipped_files.h"

namespace allaprima {
namespace {

std::span<const ShippedFile> shipped_files(MaterialKind kind) {
    switch (kind) {
        case MaterialKind::Palette:
            return shipped_palettes();
        case MaterialKind::Brush:
            return shipped_brushes();
        case MaterialKind::Hand:
            return shipped_hands();
    }
    return {};
}

}  // namespace

std::vector<NamedMaterial> shipped_materials(MaterialKind kind) {
    std::vector<NamedMaterial> materials;
    for (const ShippedFile& file : shipped_files(kind))
        materials.push_back({std::string(file.name), std::string(about(file))});
    return materials;
}

Result<DescribedBrush> describe_brush(const std::string& name_or_file) {
    const Result<Brush> brush = read_brush(name_or_file);
    if (!brush)
        return brush.error();
    return DescribedBrush{*brush, brush_as_toml(*brush)};
}

Result<DescribedHand> describe_hand(const std::string& name_or_file) {
    const Result<Hand> hand = read_hand(name_or_file);
    if (!hand)
        return hand.error();
    return DescribedHand{*hand, hand_as_toml(*hand)};
}

}  // namespace allaprima
