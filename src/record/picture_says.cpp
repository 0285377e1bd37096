#include "record/picture_says.h"

#include <fmt/format.h>

namespace allaprima {
namespace {

using Kind = XmpValue::Kind;

/// One step of the history, as XMP Media Management tells it.
void add_step(std::vector<XmpValue>& values, int number, const std::string& action,
              const std::string& software, const std::string& parameters) {
    const std::string step = fmt::format("Xmp.xmpMM.History[{}]/stEvt:", number);
    values.push_back({Kind::Text, step + "action", action});
    values.push_back({Kind::Text, step + "softwareAgent", software});
    values.push_back({Kind::Text, step + "parameters", parameters});
}

}  // namespace

std::vector<XmpValue> picture_says(const Making& making, const std::string& software) {
    const MakingClaims& claims = making.claims;
    const MakingFacts& facts = making.facts;
    std::vector<XmpValue> values{
        {Kind::Language, "Xmp.dc.title", claims.title},
        {Kind::Names, "Xmp.dc.creator", claims.painter},
        {Kind::Text, "Xmp.xmp.CreatorTool", software},
        {Kind::Text, "Xmp.iptcExt.DigitalSourceType",
         fmt::format("http://cv.iptc.org/newscodes/digitalsourcetype/{}",
                     kSourceTypeWords[static_cast<size_t>(claims.source_type)])},
        {Kind::Text, "Xmp.xmpMM.DerivedFrom/stRef:documentID", "sha256:" + facts.photo_digest},
        {Kind::Text, "Xmp.xmpMM.DerivedFrom/stRef:filePath", facts.photo_name}};
    if (!claims.rights.empty())
        values.push_back({Kind::Language, "Xmp.dc.rights", claims.rights});
    if (!claims.photographer.empty())
        values.push_back({Kind::Text, "Xmp.dc.source",
                          fmt::format("{}{}photograph by {}", claims.photograph,
                                      claims.photograph.empty() ? "" : ", ", claims.photographer)});
    values.push_back({Kind::Events, "Xmp.xmpMM.History", {}});
    add_step(values, 1, "derived", facts.software,
             fmt::format("from the photograph sha256:{}", facts.photo_digest));
    if (!facts.motifs.empty())
        add_step(values, 2, "placed", facts.software, facts.motifs);
    add_step(values, facts.motifs.empty() ? 2 : 3, "produced", software,
             fmt::format("{} strokes, hand {}, palette {}, seed {}; plan sha256:{}", facts.strokes,
                         facts.hand, facts.palette, facts.seed, facts.plan_digest));
    return values;
}

}  // namespace allaprima
