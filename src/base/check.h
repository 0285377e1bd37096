#pragma once
#include <cstdio>
#include <cstdlib>

/// Stops the program when a promise between two parts of the code is broken. Outside data never
/// gets this far: it is refused with a Result where it is read.
#define ALLAPRIMA_CHECK(condition)                                                               \
    do {                                                                                         \
        if (!(condition)) {                                                                      \
            std::fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #condition); \
            std::abort();                                                                        \
        }                                                                                        \
    } while (false)
