#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/record.h"
#include "record/check_record.h"

namespace allaprima {

/// "image/png" and its like by the name's ending; empty when files of that kind carry no Content Credentials
/// here.
std::string credentials_mime(const std::string& path);

/// The endings that do, in words.
constexpr const char* kCredentialsEndings = ".png, .jpg, .tif, .svg and .mp4";

/// The label of what Content Credentials tell of a painting beyond what C2PA has words for. ".internal" is
/// nobody's domain on the network.
constexpr const char* kPaintingLabel = "internal.alla-prima.painting";

/// What the Content Credentials of a picture say, as c2pa takes it.
struct CredentialsWords {
    nlohmann::ordered_json manifest;
    nlohmann::ordered_json ingredients;  ///< The photograph, then the motifs: each {"about": …}.
};

/// Says that the photograph was opened, motifs placed and strokes drawn; what kind of picture it is; and the
/// digests of brief, plan and palette. @param mime of the picture. @param version of the program.
CredentialsWords credentials_words(const Making& making, const std::string& mime, const std::string& version);

/// What was read of a picture's Content Credentials.
struct CredentialsReading {
    std::vector<Finding> findings;
    std::string plan_digest;  ///< Of the painting that they say it is of; empty: they do not tell.
};

/// Says in words what a manifest store, as c2pa tells it, proves and what it only claims. Whatever it may
/// hold.
CredentialsReading weigh_credentials(const nlohmann::json& store);

}  // namespace allaprima
