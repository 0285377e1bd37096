#pragma once
#include <string>
#include <utility>
#include <variant>

#include "base/check.h"

namespace allaprima {

/// Why outside data or an outside request could not be used.
struct Error {
    /// One line for a person: what is wrong, where, and what to do about it. No full stop, no line break.
    std::string message;
    /// True when the request itself is at fault (exit code 2), false when carrying it out failed (1).
    bool usage = false;
    /// True when it was carried out, and what came of it is that something is doubtful (3).
    bool doubtful = false;
};

/// Either a value or the reason why there is none.
template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return checked(*this); }
    T& value() & { return checked(*this); }
    T&& value() && { return std::move(checked(*this)); }
    const Error& error() const {
        ALLAPRIMA_CHECK(!ok());
        return std::get<Error>(content_);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

  private:
    template <typename Self>
    static auto& checked(Self& self) {
        ALLAPRIMA_CHECK(self.ok());
        return std::get<T>(self.content_);
    }

    std::variant<T, Error> content_;
};

/// The value of a Result that carries nothing but success.
struct Done {
    bool operator==(const Done&) const = default;
};
using Status = Result<Done>;

}  // namespace allaprima
