#pragma once
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "base/test_folder.h"
#include "pictures/write_picture.h"
#include "studio/studio.h"

namespace allaprima::testing {

/// A studio without a network.
struct TriedStudio : ::testing::Test {
    TestFolder folder;
    std::unique_ptr<Studio> studio;

    TriedStudio() { open(); }
    void open() {
        studio.reset();
        studio = std::make_unique<Studio>(BuiltPage(std::filesystem::path()), 64);
        ASSERT_TRUE(studio->open(folder.at("shelf")));
    }

    StudioAnswer ask(const std::string& method, const std::string& target, const std::string& body = "") {
        StudioRequest request;
        request.route = route_of(method, target).value();
        request.body = body;
        return studio->answer(request);
    }
    nlohmann::json row(const std::string& id) {
        return nlohmann::json::parse(ask("GET", "/api/paintings/" + id).body);
    }

    StudioAnswer upload(const std::string& bytes, const std::string& name) {
        StudioRequest request;
        request.route = route_of("POST", "/api/photos?name=" + name).value();
        request.uploaded = studio->new_incoming();
        std::ofstream(request.uploaded, std::ios::binary) << bytes;
        return studio->answer(request);
    }
    std::string upload_picture() {
        Picture picture{Image<Rgb>({48, 32}), {}};
        for (int y = 0; y < 32; ++y)
            for (int x = 0; x < 48; ++x)
                picture.colour.at(x, y) = {static_cast<float>(x) / 48.0f, static_cast<float>(y) / 32.0f,
                                           0.4f};
        const std::string file = folder.at("picture.png");
        EXPECT_TRUE(write_picture(file, picture, {.replace = true}));
        const StudioAnswer answer = upload(bytes_of_file(file), "aunt.png");
        EXPECT_EQ(answer.status, 201) << answer.body;
        return nlohmann::json::parse(answer.body)["photo"];
    }
    nlohmann::json paint(const std::string& photo, const char* strokes = "20", bool gives_way = false) {
        const StudioAnswer answer = ask("POST", "/api/paintings",
                                        nlohmann::json{{"photo", photo},
                                                       {"gives_way", gives_way},
                                                       {"wishes",
                                                        {{{"setting", "strokes"}, {"text", strokes}},
                                                         {{"setting", "palette"}, {"text", "rgb"}},
                                                         {{"setting", "focus"}, {"text", "none"}},
                                                         {{"setting", "plan-size"}, {"text", "32"}}}}}
                                            .dump());
        EXPECT_EQ(answer.status, 201) << answer.body;
        return nlohmann::json::parse(answer.body);
    }
    std::string do_with(const std::string& id, const std::string& verb) {
        const StudioAnswer answer = ask("POST", "/api/paintings/" + id + "/" + verb);
        EXPECT_LT(answer.status, 300) << answer.body;
        return nlohmann::json::parse(answer.body)["state"];
    }
    std::string finished(const std::string& id) {
        for (int i = 0; i < 3000 && row(id)["state"] != "finished"; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        EXPECT_EQ(row(id)["state"], "finished") << row(id);
        return ask("GET", "/api/paintings/" + id + "/export?kind=.png&size=32").status == 200
                   ? ask("GET", "/api/paintings/" + id + "/tiles/256/0/0").body
                   : "";
    }
};

}  // namespace allaprima::testing
