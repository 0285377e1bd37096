#include "engine/throw_and_sign.h"

#include "briefs/read_brush.h"
#include "briefs/read_pen_path.h"
#include "engine/read_companions.h"
#include "last_touches/sign.h"
#include "last_touches/throw_paint.h"

namespace allaprima {
namespace {

Status throw_all(Plan& plan, const std::vector<Spatter>& spatters, const Study& study) {
    const Result<Brush> drop = read_brush("drop");
    if (!drop)
        return drop.error();
    for (const Spatter& spatter : spatters) {
        Image<float> mask;
        if (spatter.region.kind == Region::Kind::Mask) {
            Result<Image<float>> read = read_mask(spatter.region.mask);
            if (!read)
                return read.error();
            mask = std::move(read).value();
        }
        const ThrownAt at{.canvas_mm = {plan.width_mm, plan.height_mm},
                          .faces = study.faces,
                          .figure = &study.figure,
                          .mask = &mask,
                          .support = plan.materials.support};
        if (const Status thrown = add_spatter(plan, spatter, at, *drop); !thrown)
            return thrown;
    }
    return Done{};
}

Status sign(Plan& plan, const Signature& signature, const Reference& reference) {
    std::vector<PenPath> drawn;
    if (signature.text.empty()) {
        Result<std::vector<PenPath>> read = read_pen_paths(signature.file);
        if (!read)
            return read.error();
        drawn = std::move(read).value();
    }
    const Result<Brush> rigger = read_brush("rigger");
    if (!rigger)
        return rigger.error();
    return add_signature(plan, signature, drawn, reference.colour, *rigger);
}

}  // namespace

Status throw_and_sign(Plan& plan, const Brief& brief, const Study& study, const Reference& reference) {
    if (!brief.spatters.empty())
        if (const Status thrown = throw_all(plan, brief.spatters, study); !thrown)
            return thrown;
    if (brief.signature.text.empty() && brief.signature.file.empty())
        return Done{};
    return sign(plan, brief.signature, reference);
}

}  // namespace allaprima
