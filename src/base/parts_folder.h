#pragma once
#include <filesystem>
#include <optional>

namespace allaprima {

/// The folder of the program's parts that are loaded or started only when they are needed: `lib/allaprima` in
/// the nearest of the four folders above the running program that has one. So /usr/bin/allaprima finds
/// /usr/lib/allaprima, and a program in the build folder the parts that were built with it.
///
/// @return nothing where there is none, or where it belongs to somebody else than this user, the program's
/// owner
///         or the system: what stands in it is run.
std::optional<std::filesystem::path> parts_folder();

/// The same for a program that stands at `program`.
std::optional<std::filesystem::path> parts_folder_of(const std::filesystem::path& program);

}  // namespace allaprima
