#include "exporting/svg_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exporting/svg_text.h"

namespace allaprima {
namespace {

struct Said {
    const char* key;      ///< As XmpValue spells it.
    const char* element;  ///< As SVG does.
    const char* before;   ///< What XMP has a value stand in: a list, one for each language.
    const char* after;
};
constexpr const char* kInAnyLanguage = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
constexpr const char* kInAnyLanguageEnd = "</rdf:li></rdf:Alt>";
constexpr std::array kSaid{Said{"Xmp.dc.title", "dc:title", kInAnyLanguage, kInAnyLanguageEnd},
                           Said{"Xmp.dc.creator", "dc:creator", "<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>"},
                           Said{"Xmp.dc.rights", "dc:rights", kInAnyLanguage, kInAnyLanguageEnd},
                           Said{"Xmp.dc.source", "dc:source", "", ""},
                           Said{"Xmp.iptcExt.DigitalSourceType", "Iptc4xmpExt:DigitalSourceType", "", ""}};

}  // namespace

std::string svg_metadata(std::span<const XmpValue> says) {
    std::string elements;
    for (const XmpValue& value : says) {
        const auto* const said =
            std::ranges::find_if(kSaid, [&](const Said& s) { return s.key == value.key; });
        if (said != kSaid.end())
            elements += fmt::format("<{0}>{1}{2}{3}</{0}>", said->element, said->before,
                                    xml_text(value.value), said->after);
    }
    if (elements.empty())
        return {};
    return fmt::format(
        "<metadata><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
        "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\"><rdf:Description rdf:about=\"\">{}"
        "</rdf:Description></rdf:RDF></x:xmpmeta></metadata>",
        elements);
}

}  // namespace allaprima
