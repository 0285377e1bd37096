// A module for load_module_test.cpp.

#include "base/module_entry.h"

namespace {
const int offered = 42;
const allaprima::ModuleEntry entry{"1.2-abc", &offered};
}  // namespace

ALLAPRIMA_MODULE_FUNCTION const allaprima::ModuleEntry* allaprima_module() {
    return &entry;
}
