#include "studio/sights.h"

#include "advising/study_photo.h"
#include "base/observer.h"
#include "studio/rows.h"

namespace allaprima {
namespace {

using Json = nlohmann::ordered_json;

class StoppingObserver final : public Observer {
  public:
    explicit StoppingObserver(const std::function<bool()>& stopped) : stopped_(stopped) {}
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return stopped_(); }

  private:
    const std::function<bool()>& stopped_;
};

Json told(const std::string& name, const char* kind, const ShareRect& box, float certainty) {
    return {{"name", name},
            {"kind", kind},
            {"box", {box.x, box.y, box.width, box.height}},
            {"certainty", certainty}};
}

Json told(const Study& study) {
    Json list = Json::array();
    for (size_t i = 0; i < study.faces.size(); ++i) {
        const Face& face = study.faces[i];
        list.push_back(told(name_of(face, i), "face", face.box, face.certainty));
    }
    for (const Sighting& other : study.others)
        list.push_back(told(name_of(other), kSightingWords.at(static_cast<size_t>(other.kind)), other.box,
                            other.certainty));
    return list;
}

}  // namespace

Result<std::string> sights_json(const std::string& photo, Brief brief, const std::function<bool()>& stopped) {
    brief.corrections.clear();
    StoppingObserver observer(stopped);
    const Result<Studied> studied = study_photo(photo, brief, ThreadPool(), observer);
    if (!studied)
        return studied.error();
    Json json{{"sights", told(studied->study)}, {"composed", studied->composed}};
    json["not_looked_for"] = studied->not_looked_for;
    return json_text(json);
}

}  // namespace allaprima
