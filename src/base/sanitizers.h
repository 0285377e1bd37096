#pragma once

// Which sanitizers watch this program; GCC and clang tell it in ways of their own.
#if defined(__SANITIZE_THREAD__)
#define ALLAPRIMA_THREAD_SANITIZER
#elif defined(__SANITIZE_ADDRESS__)
#define ALLAPRIMA_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define ALLAPRIMA_THREAD_SANITIZER
#elif __has_feature(address_sanitizer)
#define ALLAPRIMA_ADDRESS_SANITIZER
#endif
#endif

namespace allaprima {

/// A program that a sanitizer watches takes many times as long, and more memory. What tests only repeat, to
/// be surer, they repeat less often there.
#if defined(ALLAPRIMA_THREAD_SANITIZER) || defined(ALLAPRIMA_ADDRESS_SANITIZER)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

}  // namespace allaprima
