#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "model/photo.h"
#include "painting_file/painting_file.h"
#include "record/check_record.h"
#include "rendering/render.h"
#include "revealing/light_crops.h"
#include "revealing/making_stages.h"

namespace allaprima {

/// What is revealed, and how large.
struct RevealJob {
    const Painting& painting;       ///< It has a plan.
    const Plan& plan;               ///< The same, on a canvas of the picture's shape.
    RenderSettings settings;        ///< Of the picture at its whole size, in colours.
    const Photo* photo = nullptr;   ///< The photograph, where it may be shown.
    std::vector<Finding> findings;  ///< Of the record; empty where none was begun.
    std::string software;           ///< Name and version of this program.
    int stages = 40;                ///< Pictures of the making, as making_stages() takes it.
    const ThreadPool& workers;
    Observer& observer;
};

/// What a page tells beside its pictures' pixels.
struct RevealPage {
    const RevealJob& job;
    std::vector<MakingStage> stages;
    std::vector<LightCrop> crops;
    Size stage_size;
};

/// The name of a file that every page's folder holds, and no other.
constexpr const char* kRevealMark = "alla-prima-reveal.txt";

/// All names that stand in a page's folder.
std::vector<std::string> reveal_entries();

/// Sides of the page's pictures, pixels.
constexpr int kStageSide = 1080;  ///< Long side of the pictures of the making and of the photograph.
constexpr int kCropSide = 512;    ///< Of the squares under the lamp.

/// Fills a folder with a page that shows how a painting was made: "index.html" and what it needs, with no
/// address outside of the folder but links to follow. It opens from disk.
///
/// @param folder exists, and is empty.
/// @return an error, too, when the observer ended it.
Status write_reveal(const RevealJob& job, const std::string& folder);

}  // namespace allaprima
