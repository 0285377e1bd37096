#include "film/write_film.h"

#include <gtest/gtest.h>

#include <cmath>

#include "exporting/sample_painting.h"
#include "film/films_module.h"
#include "film/read_film.h"

namespace allaprima {
namespace {

using testing::bytes_of_file;
using testing::exported;
using testing::read_film;
using testing::ReadFilm;
using testing::sample_painting;
using testing::sized;
using testing::TestFolder;

ExportSettings asked_film(double seconds, int fps, FilmCamera camera = FilmCamera::Still) {
    ExportSettings asked;
    asked.film.seconds = seconds;
    asked.film.fps = fps;
    asked.film.camera = camera;
    return asked;
}

/// How alike a frame is to a picture, dB.
double psnr_between(const FilmFrame& frame, const Image<Rgb>& picture) {
    double sum = 0.0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const uint8_t* sample = frame.row(y) + 3 * static_cast<ptrdiff_t>(x);
            const Rgb& wanted = picture.at(x, y);
            for (const float error : {wanted.r - static_cast<float>(sample[0]) / 255.0f,
                                      wanted.g - static_cast<float>(sample[1]) / 255.0f,
                                      wanted.b - static_cast<float>(sample[2]) / 255.0f})
                sum += static_cast<double>(error) * static_cast<double>(error);
        }
    return -10.0 * std::log10(sum / (3.0 * static_cast<double>(picture.size().area())));
}

/// Colours as paintings have them: of noise in all colours, a film keeps half of the pixels' only.
Painting gentle_painting() {
    Painting painting = sample_painting(30);
    painting.plan = testing::busy_plan(30);
    painting.plan->passes = {{"form", 30}};
    for (Stroke& stroke : painting.plan->strokes) {
        const float light = stroke.paint.colour.g;
        stroke.paint.colour = {0.2f + 0.5f * light, 0.15f + 0.45f * light, 0.1f + 0.4f * light};
        stroke.softness = 0.8f;
    }
    return painting;
}

class WriteFilm : public ::testing::TestWithParam<const ExportFormat*> {
  protected:
    const ExportFormat& format() const { return *GetParam(); }
    std::string ending() const { return format().ending; }
    bool is_gif() const { return ending() == ".gif"; }
    TestFolder folder;
};

TEST_P(WriteFilm, ReadsBackAsTheMaking) {
    Painting painting = gentle_painting();
    const Size size{160, 120};
    const std::string path = folder.at("film" + ending());
    const Result<ExportNotes> notes =
        exported(format(), painting, path, sized(size), 8, nullptr, asked_film(2.0, 10));
    ASSERT_TRUE(notes.ok()) << notes.error().message;
    EXPECT_EQ(notes->front(), "160 x 120 pixels, 20 frames, 10 per second");
    const ReadFilm film = read_film(path);
    ASSERT_EQ(film.frames.size(), 20u);
    EXPECT_EQ(film.frames.front().size, size);
    EXPECT_NEAR(film.seconds, 2.0, 0.01);
    for (size_t i = 0; i < film.times.size(); ++i)
        EXPECT_NEAR(film.times[i], 0.1 * static_cast<double>(i), 0.0051);
    Plan bare = *painting.plan;
    bare.strokes.clear();
    bare.passes.clear();
    const double enough = is_gif() ? 28.0 : 35.0;
    EXPECT_GT(psnr_between(film.frames.front(), testing::painted(bare, size, Finish::Lit).colour), enough);
    EXPECT_GT(psnr_between(film.frames.back(), testing::painted(*painting.plan, size, Finish::Lit).colour),
              enough);
    // A ground that is left out of pictures is shown.
    painting.plan->transparent = true;
    const std::string again = folder.at("again" + ending());
    ASSERT_TRUE(exported(format(), painting, again, sized(size), 8, nullptr, asked_film(2.0, 10)).ok());
    EXPECT_TRUE(bytes_of_file(again) == bytes_of_file(path));
}

TEST_P(WriteFilm, SaysHowItsColoursAreMeant) {
    const std::string path = folder.at("film" + ending());
    Painting painting = gentle_painting();
    painting.record.making.emplace().claims.title = "Sitter in blue";
    ASSERT_TRUE(exported(format(), painting, path, sized({64, 48}), 8, nullptr, asked_film(1.0, 5)).ok());
    ReadFilm film = read_film(path);
    if (is_gif()) {
        EXPECT_EQ(film.codec, "gif");
        return;
    }
    EXPECT_EQ(film.codec, ending() == ".mp4" ? "h264" : "vp9");
    EXPECT_EQ(film.pixels, "yuv420p");
    EXPECT_EQ(film.range, "tv");
    EXPECT_EQ(film.matrix, "bt709");
    EXPECT_EQ(film.primaries, "bt709");
    EXPECT_EQ(film.transfer, "iec61966-2-1");
    EXPECT_EQ(film.tags["title"], "Sitter in blue");
    EXPECT_EQ(film.tags[ending() == ".mp4" ? "comment" : "COMMENT"], "Alla Prima");
}

TEST_P(WriteFilm, DoesNotDependOnTheNumberOfThreads) {
    const Painting painting = sample_painting(20);
    std::vector<std::string> bytes;
    for (const int threads : {1, 3}) {
        testing::fill_new_memory(threads == 1 ? 1 : 255);
        const ThreadPool workers(threads);
        SilentObserver observer;
        const std::string path = folder.at("film" + ending());
        const ExportJob job{.painting = painting,
                            .plan = *painting.plan,
                            .path = path,
                            .settings = sized({96, 72}),
                            .asked = asked_film(1.0, 12, FilmCamera::Close),
                            .workers = workers,
                            .observer = observer};
        ASSERT_TRUE(write_export(format(), job, true).ok());
        bytes.push_back(bytes_of_file(path));
    }
    testing::fill_new_memory(0);
    EXPECT_TRUE(bytes[0] == bytes[1]);
}

TEST_P(WriteFilm, ComesBackToTheWholeFromNearBy) {
    const Painting painting = gentle_painting();
    const Size size{160, 120};
    const std::string path = folder.at("film" + ending());
    ASSERT_TRUE(exported(format(), painting, path, sized(size, Finish::Unlit), 8, nullptr,
                         asked_film(2.0, 10, FilmCamera::Close))
                    .ok());
    const ReadFilm film = read_film(path);
    ASSERT_EQ(film.frames.size(), 20u);
    const Image<Rgb> whole = testing::painted(*painting.plan, size, Finish::Unlit).colour;
    EXPECT_GT(psnr_between(film.frames.back(), whole), 27.0);
    EXPECT_LT(psnr_between(film.frames[12], whole), 25.0);
}

TEST_P(WriteFilm, LeavesNothingBehindWhenItIsStopped) {
    testing::StoppingObserver stop;
    const std::string path = folder.at("film" + ending());
    const Result<ExportNotes> notes = exported(format(), sample_painting(), path, sized({64, 48}), 8, &stop);
    ASSERT_FALSE(notes.ok());
    EXPECT_NE(notes.error().message.find("nothing was written"), std::string::npos);
    EXPECT_TRUE(folder.names().empty());
}

TEST_P(WriteFilm, RefusesSizesThatNoPlayerShows) {
    for (const Size size : {Size{8, 8}, Size{4098, 1000}}) {
        const Result<ExportNotes> notes =
            exported(format(), sample_painting(), folder.at("film" + ending()), sized(size));
        ASSERT_FALSE(notes.ok());
        EXPECT_TRUE(notes.error().usage);
        EXPECT_NE(notes.error().message.find("16 to 4096"), std::string::npos);
    }
    EXPECT_TRUE(folder.names().empty());
}

INSTANTIATE_TEST_SUITE_P(Formats, WriteFilm, ::testing::Values(&kMp4Film, &kWebmFilm, &kGifFilm),
                         [](const auto& each) { return std::string(each.param->ending).substr(1); });

TEST(WriteFilmErrors, OneThatNeedsTooMuchMemory) {
    TestFolder folder;
    Painting painting = sample_painting();
    const Result<ExportNotes> notes = exported(kMp4Film, painting, folder.at("a.mp4"), sized({4096, 4096}), 8,
                                               nullptr, asked_film(1.0, 1, FilmCamera::Close));
    ASSERT_FALSE(notes.ok());
    EXPECT_NE(notes.error().message.find("GB of memory"), std::string::npos);
}

TEST(WriteFilmErrors, MoreFramesThanAGifCanShow) {
    TestFolder folder;
    const Result<ExportNotes> notes = exported(kGifFilm, sample_painting(), folder.at("a.gif"),
                                               sized({64, 48}), 8, nullptr, asked_film(1.0, 60));
    ASSERT_FALSE(notes.ok());
    EXPECT_NE(notes.error().message.find("at most 50"), std::string::npos);
}

FilmOrder small_film(FilmKind kind, const std::string& file) {
    return {
        .kind = kind, .size = {64, 48}, .fps = 5, .file = file, .path = "a.mp4", .title = "", .software = ""};
}

TEST(FilmWriter, NamesWhatThisLibavLacks) {
    TestFolder folder;
    FilmKind kind = kMp4;
    kind.encoder = "libnone";
    const Result<std::unique_ptr<FilmWriter>> writer =
        films_module().value()->open_film(small_film(kind, folder.at("a.tmp")));
    ASSERT_FALSE(writer.ok());
    EXPECT_NE(writer.error().message.find("built without x264"), std::string::npos);
}

TEST(FilmWriter, SaysWhenADiskIsFull) {
    const Result<std::unique_ptr<FilmWriter>> created =
        films_module().value()->open_film(small_film(kMp4, "/dev/full"));
    if (!created)
        return;
    FilmWriter& writer = **created;
    Status written = Done{};
    for (int i = 0; i < 4 && written; ++i)
        written = writer.write(FilmFrame({64, 48}));
    if (written)
        written = writer.finish();
    EXPECT_FALSE(written.ok());
}

}  // namespace
}  // namespace allaprima
