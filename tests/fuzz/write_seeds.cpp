// Writes files that fuzzers begin with, a folder for each fuzzer: write_seeds FOLDER

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "briefs/describe_brief.h"
#include "briefs/read_head.h"
#include "briefs/read_record.h"
#include "exporting/sample_painting.h"
#include "exporting/write_json.h"
#include "pictures/hostile/hostile_pictures.h"
#include "record/keys.h"
#include "robot/write_gcode.h"

namespace allaprima {
namespace {

namespace fs = std::filesystem;

/// Longer ones are tried too seldom.
constexpr size_t kLongestSeed = 60'000;

fs::path place_of(const fs::path& seeds, const std::string& fuzzer, const std::string& name) {
    fs::create_directories(seeds / fuzzer);
    return seeds / fuzzer / name;
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

void write_pictures(const fs::path& seeds) {
    for (const testing::HostilePicture& picture : testing::hostile_pictures()) {
        const bool drawing = fs::path(picture.name).extension() == ".svg";
        if (picture.bytes.size() <= kLongestSeed)
            write(place_of(seeds, drawing ? "svg_document_fuzz" : "read_photo_fuzz", picture.name),
                  picture.bytes);
    }
}

Status write_painting(const fs::path& seeds) {
    const Painting painting = testing::sample_painting(6);
    const Result<PaintingFile> file = PaintingFile::create_planned(
        place_of(seeds, "painting_file_fuzz", "painting.alla"), painting.start, *painting.plan, true);
    if (!file)
        return file.error();
    const std::string strokes = place_of(seeds, "read_strokes_fuzz", "strokes.json");
    if (const auto notes = testing::exported(kStrokesFile, painting, strokes); !notes)
        return notes.error();
    const std::string program = place_of(seeds, "simulate_robot_fuzz", "program.gcode");
    if (const auto notes = testing::exported(kMachineProgram, painting, program); !notes)
        return notes.error();
    return Done{};
}

Status write_all(const fs::path& seeds) {
    write_pictures(seeds);
    write(place_of(seeds, "read_head_fuzz", "head.toml"), head_template());
    write(place_of(seeds, "read_brief_fuzz", "brief.toml"), brief_template());
    write(place_of(seeds, "read_record_fuzz", "making.toml"), making_template());
    write(place_of(seeds, "read_record_fuzz", "entry.toml"), entry_template());
    write(place_of(seeds, "read_key_fuzz", "key.pem"), SigningKey::make().private_pem());
    return write_painting(seeds);
}

}  // namespace
}  // namespace allaprima

int main(int count, char** arguments) {
    if (count != 2) {
        std::fputs("write_seeds: name the folder to write to\n", stderr);
        return 2;
    }
    const allaprima::Status written = allaprima::write_all(arguments[1]);
    if (!written)
        std::fprintf(stderr, "write_seeds: %s\n", written.error().message.c_str());
    return written ? 0 : 1;
}
