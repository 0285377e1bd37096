#pragma once

namespace allaprima {

/// What a module hands to the program that loads it.
struct ModuleEntry {
    /// Of the build, see ModuleInfo. It stays the first member, so that any program can read it.
    const char* identity;
    const void* offered;  ///< The object of the module's interface; it lives as long as the program.
};

/// The name of the one function that a module shows, of type ModuleFunction.
constexpr const char* kModuleFunction = "allaprima_module";
using ModuleFunction = const ModuleEntry*();

}  // namespace allaprima

/// Before the definition of a module's function: the program can see it, and nothing else of the module.
#define ALLAPRIMA_MODULE_FUNCTION extern "C" __attribute__((visibility("default")))
