#include "engine/learn_from_paintings.h"

#include <filesystem>
#include <utility>

#include "briefs/read_hand.h"
#include "engine/place_text.h"
#include "learning/learn_hand.h"

namespace allaprima {

Result<std::vector<HandMeasure>> measure_hand(const std::string& picture) {
    const Result<PaintingMeasures> measures = measure_picture(picture);
    if (!measures)
        return measures.error();
    std::vector<HandMeasure> told;
    told.reserve(std::size(kPaintingMeasures));
    for (const PaintingMeasure& one : kPaintingMeasures)
        told.push_back({one.name, *measures.*one.member});
    return told;
}

Status learn_from_paintings(const std::vector<std::string>& paintings, const Destination& hand_file,
                            const ThreadPool& workers, Observer& observer) {
    Result<NewFile> file = NewFile::create(hand_file.path, hand_file.replace);
    if (!file)
        return file.error();
    const std::string name = std::filesystem::path(hand_file.path).stem().string();
    const Result<Hand> hand = learn_hand(paintings, name, workers, observer);
    if (!hand)
        return hand.error();
    return place_text(std::move(file).value(), hand_as_toml(*hand));
}

}  // namespace allaprima
