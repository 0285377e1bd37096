#pragma once
#include <filesystem>

#include "base/result.h"

namespace allaprima {

/// A part of the program that is loaded when it is first used, because the libraries that it needs would make
/// every start slow.
struct ModuleInfo {
    const char* name;  ///< Its file is allaprima-NAME.so, in parts_folder().
    /// Of the version and of the types that it and the program hand each other; CMake derives it.
    const char* identity;
    const char* needed_by;  ///< What needs it, as an error begins: "films need".
    const char* otherwise;  ///< What can be done without it, as an error ends: "choose another ending".
};

/// Loads a module; asked again, it is there at once. It stays until the program ends. Several threads may
/// ask.
/// @return ModuleEntry::offered. An error where the module is not installed, cannot be loaded or is of
///         another build.
Result<const void*> load_module(const ModuleInfo& module);

/// The same from a folder of one's own.
Result<const void*> load_module(const ModuleInfo& module, const std::filesystem::path& folder);

/// The same as the interface of which the module offers an object.
template <typename Interface>
Result<const Interface*> load_module_as(const ModuleInfo& module) {
    const Result<const void*> loaded = load_module(module);
    if (!loaded)
        return loaded.error();
    return static_cast<const Interface*>(*loaded);
}

}  // namespace allaprima
