#pragma once
#include <cstddef>

namespace allaprima {

/// Binds this process, before it looks at a file that it does not trust: it may take so much more memory than
/// it has, and of the processor so many seconds; it writes no files and leaves no core. Going beyond ends it,
/// or makes an allocation fail.
void bind_reading(size_t memory_bytes, int seconds);

/// Binds this process to leave no core, and lets a file that may not grow be an error of writing.
void bind_writing();

}  // namespace allaprima
