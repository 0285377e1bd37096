#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/observer.h"
#include "base/result.h"

namespace allaprima {

/// Where the studio stands unless somebody says otherwise, and how many ports after it are tried.
constexpr int kStudioPort = 7410;
constexpr int kPortsTried = 20;

/// How the studio is opened.
struct StudioWish {
    std::filesystem::path folder;  ///< Of the paintings; empty: "Alla Prima" in the user's home.
    int port = 0;                  ///< 0: the first free one from kStudioPort.
    bool open_page = false;        ///< Have the desktop's browser show it.
};

/// Serves the studio to this machine alone, until the observer asks for a stop. It is said at which address.
Status run_studio(const StudioWish& wish, Observer& observer);

}  // namespace allaprima
