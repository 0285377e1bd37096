#include "base/load_module.h"

#include <dlfcn.h>

#include <optional>
#include <string>

#include "base/module_entry.h"
#include "base/parts_folder.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

std::string file_of(const ModuleInfo& module) {
    return std::string("allaprima-") + module.name + ".so";
}

/// @param why it cannot be had. @param cure what helps, beside going without it.
Error no_module(const ModuleInfo& module, const std::string& file, const std::string& why,
                const std::string& cure = "install it again") {
    return {std::string(module.needed_by) + " " + file + ", which " + why + ": " + cure + ", or " +
            module.otherwise};
}

Error not_installed(const ModuleInfo& module) {
    return no_module(module, file_of(module), "is not installed beside this program", "install it");
}

}  // namespace

Result<const void*> load_module(const ModuleInfo& module) {
    const std::optional<fs::path> folder = parts_folder();
    if (!folder)
        return not_installed(module);
    return load_module(module, *folder);
}

Result<const void*> load_module(const ModuleInfo& module, const fs::path& folder) {
    const std::string file = (folder / file_of(module)).string();
    std::error_code fault;
    if (!fs::exists(file, fault))
        return not_installed(module);
    // The system counts who loads what and loads it once, so nothing has to be kept here. RTLD_NOW: a library
    // that lacks something is found out here, and not in the middle of the work.
    void* loaded = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!loaded)
        return no_module(module, file, std::string("cannot be loaded (") + ::dlerror() + ")");
    auto* function = reinterpret_cast<ModuleFunction*>(::dlsym(loaded, kModuleFunction));
    if (!function)
        return no_module(module, file, "is not a part of Alla Prima");
    const ModuleEntry& entry = *function();
    if (std::string(entry.identity) != module.identity)
        return no_module(module, file,
                         std::string("is of build ") + entry.identity + ", but this program is of build " +
                             module.identity);
    return entry.offered;
}

}  // namespace allaprima
