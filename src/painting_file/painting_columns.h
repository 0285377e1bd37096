#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "painting_file/database.h"
#include "painting_file/painting_fields.h"

/// Three visitors of the declarations in painting_fields.h: one collects the names of the columns, one binds
/// the values to a statement, one reads them from a row.

namespace allaprima::painting_fields {

/// Collects the names of the columns, in their order.
class ColumnNames {
  public:
    const std::vector<std::string>& names() const { return names_; }

    template <typename T>
    void real(const char* name, T&, Range) {
        add(name);
    }
    template <typename T>
    void maybe_real(const char* name, std::optional<T>&, Range) {
        add(name);
    }
    void whole(const char* name, int&, int64_t, int64_t) { add(name); }
    void whole_or_open(const char* name, int&, int64_t, int64_t) { add(name); }
    void maybe_whole(const char* name, std::optional<int>&, int64_t, int64_t) { add(name); }
    void maybe_size(const char* width, const char* height, std::optional<Size>&, int64_t) {
        add(width);
        add(height);
    }
    void maybe_box(std::string_view name, std::optional<ShareRect>&) {
        for (const char* part : {"_x", "_y", "_width", "_height"})
            add(std::string(name) + part);
    }
    void seed(const char* name, uint64_t&) { add(name); }
    void flag(const char* name, bool&) { add(name); }
    void text(const char* name, std::string&, size_t) { add(name); }
    void maybe_text(const char* name, std::optional<std::string>&, size_t) { add(name); }
    template <typename Enum, size_t N>
    void maybe_choice(const char* name, std::optional<Enum>&, const std::array<const char*, N>&) {
        add(name);
    }
    template <typename Enum, size_t N>
    void choice(const char* name, Enum&, const std::array<const char*, N>&) {
        add(name);
    }
    template <size_t N>
    void numbers(const char* name, std::array<float, N>&, Range) {
        add(name);
    }
    template <typename T>
    void list(const char* name, std::vector<T>&, size_t) {
        add(name);
    }
    void maybe_colour(const char* red, const char* green, const char* blue, std::optional<Rgb>&) {
        for (const char* name : {red, green, blue})
            add(name);
    }

  private:
    void add(std::string name) { names_.push_back(std::move(name)); }

    std::vector<std::string> names_;
};

/// Binds the values to the parameters of an INSERT, and refuses those that the reader would refuse.
class Binder {
  public:
    Binder(Database& database, Statement& statement) : database_(database), statement_(statement) {}

    template <typename T>
    void real(const char* name, T& value, Range range) {
        within(name, static_cast<double>(value), range.low, range.high);
        statement_.bind(static_cast<double>(value));
    }
    template <typename T>
    void maybe_real(const char* name, std::optional<T>& value, Range range) {
        value ? real(name, *value, range) : statement_.bind_nothing();
    }
    void whole(const char* name, int& value, int64_t low, int64_t high) {
        within(name, value, static_cast<double>(low), static_cast<double>(high));
        statement_.bind(static_cast<int64_t>(value));
    }
    /// 0 leaves it open.
    void whole_or_open(const char* name, int& value, int64_t low, int64_t high) {
        whole(name, value, value == 0 ? 0 : low, high);
    }
    void maybe_whole(const char* name, std::optional<int>& value, int64_t low, int64_t high) {
        value ? whole(name, *value, low, high) : statement_.bind_nothing();
    }
    void maybe_size(const char* width, const char* height, std::optional<Size>& value, int64_t most) {
        if (value) {
            whole(width, value->width, 1, most);
            whole(height, value->height, 1, most);
        } else {
            statement_.bind_nothing();
            statement_.bind_nothing();
        }
    }
    void maybe_box(const char* name, std::optional<ShareRect>& value) {
        for (int i = 0; !value && i < 4; ++i)
            statement_.bind_nothing();
        if (!value)
            return;
        for (float* number : {&value->x, &value->y, &value->width, &value->height})
            real(name, *number, kFaceShare);
    }
    void seed(const char*, uint64_t& value) { statement_.bind(static_cast<int64_t>(value)); }
    void flag(const char*, bool& value) { statement_.bind(static_cast<int64_t>(value)); }
    void text(const char* name, const std::string& value, size_t longest) {
        if (value.size() > longest)
            database_.fail(std::string(name) + " is too long");
        statement_.bind(std::string_view(value));
    }
    void maybe_text(const char* name, const std::optional<std::string>& value, size_t longest) {
        value ? text(name, *value, longest) : statement_.bind_nothing();
    }
    template <typename Enum, size_t N>
    void maybe_choice(const char* name, std::optional<Enum>& value, const std::array<const char*, N>& words) {
        value ? choice(name, *value, words) : statement_.bind_nothing();
    }
    template <typename Enum, size_t N>
    void choice(const char*, Enum& value, const std::array<const char*, N>& words) {
        statement_.bind(std::string_view(words[static_cast<size_t>(value)]));
    }
    template <size_t N>
    void numbers(const char* name, std::array<float, N>& values, Range range) {
        for (float value : values)
            within(name, static_cast<double>(value), range.low, range.high);
        statement_.bind(std::as_bytes(std::span(values)));
    }
    template <typename T>
    void list(const char* name, const std::vector<T>& values, size_t most) {
        if (values.size() > most)
            database_.fail(std::string(name) + " is too long");
        statement_.bind(std::as_bytes(std::span(values)));
    }
    void maybe_colour(const char* red, const char* green, const char* blue, std::optional<Rgb>& value) {
        if (value) {
            real(red, value->r, kShare);
            real(green, value->g, kShare);
            real(blue, value->b, kShare);
        } else {
            for (int i = 0; i < 3; ++i)
                statement_.bind_nothing();
        }
    }

  private:
    void within(const char* name, double value, double low, double high) {
        if (!(value >= low && value <= high))
            database_.fail(std::string(name) + " is out of range");
    }

    Database& database_;
    Statement& statement_;
};

/// Takes the values from the columns of a row, from left to right. A value whose column the file does not
/// have stays as it is.
class RowReader {
  public:
    /// @param absent the columns that are declared and that the file does not have; outlives the reader.
    RowReader(Database& database, Statement& row, const std::vector<std::string>& absent)
        : database_(database), row_(row), absent_(absent) {}

    template <typename T>
    void real(const char* name, T& value, Range range) {
        if (has(name))
            value = static_cast<T>(row_.real(range.low, range.high));
    }
    template <typename T>
    void maybe_real(const char* name, std::optional<T>& value, Range range) {
        if (has(name) && there(value))
            real(name, *value, range);
    }
    void whole(const char* name, int& value, int64_t low, int64_t high) {
        if (has(name))
            value = static_cast<int>(row_.whole(low, high));
    }
    void whole_or_open(const char* name, int& value, int64_t low, int64_t high) {
        whole(name, value, 0, high);
        if (value != 0 && value < low)
            database_.fail(std::string(name) + " is out of range");
    }
    void maybe_whole(const char* name, std::optional<int>& value, int64_t low, int64_t high) {
        if (has(name) && there(value))
            whole(name, *value, low, high);
    }
    void maybe_size(const char* width, const char* height, std::optional<Size>& value, int64_t most) {
        if (!has(width))
            return;
        std::optional<int> w, h;
        maybe_whole(width, w, 1, most);
        maybe_whole(height, h, 1, most);
        if (w.has_value() != h.has_value())
            database_.fail(std::string(width) + " and " + height + " do not belong together");
        value = w && h ? std::optional(Size{*w, *h}) : std::nullopt;
    }
    void maybe_box(std::string_view name, std::optional<ShareRect>& value) {
        if (!has(std::string(name) + "_x"))
            return;
        value.reset();
        if (row_.next_is_nothing()) {
            for (int i = 0; i < 4; ++i)
                row_.skip();
            return;
        }
        ShareRect box;
        for (float* number : {&box.x, &box.y, &box.width, &box.height})
            *number = static_cast<float>(row_.real(kFaceShare.low, kFaceShare.high));
        value = box;
    }
    void seed(const char* name, uint64_t& value) {
        if (has(name))
            value = static_cast<uint64_t>(
                row_.whole(std::numeric_limits<int64_t>::min(), std::numeric_limits<int64_t>::max()));
    }
    void flag(const char* name, bool& value) {
        if (has(name))
            value = row_.whole(0, 1) != 0;
    }
    void text(const char* name, std::string& value, size_t longest) {
        if (has(name))
            value = row_.text(longest);
    }
    void maybe_text(const char* name, std::optional<std::string>& value, size_t longest) {
        if (has(name) && there(value))
            text(name, *value, longest);
    }
    template <typename Enum, size_t N>
    void maybe_choice(const char* name, std::optional<Enum>& value, const std::array<const char*, N>& words) {
        if (has(name) && there(value))
            choice(name, *value, words);
    }
    template <typename Enum, size_t N>
    void choice(const char* name, Enum& value, const std::array<const char*, N>& words) {
        if (!has(name))
            return;
        const std::string word = row_.text(100);
        for (size_t i = 0; i < N; ++i)
            if (word == words[i]) {
                value = static_cast<Enum>(i);
                return;
            }
        database_.fail(std::string(name) + " is not one of its words");
    }
    template <size_t N>
    void numbers(const char* name, std::array<float, N>& values, Range range) {
        if (!has(name))
            return;
        const std::span<const std::byte> bytes = row_.blob(N * sizeof(float));
        if (bytes.size() != N * sizeof(float))
            return database_.fail(std::string(name) + " does not have the right number of numbers");
        std::memcpy(values.data(), bytes.data(), bytes.size());
        for (float value : values)
            if (!(static_cast<double>(value) >= range.low && static_cast<double>(value) <= range.high))
                return database_.fail(std::string(name) + " is out of range");
    }
    template <typename T>
    void list(const char* name, std::vector<T>& values, size_t most) {
        if (!has(name))
            return;
        const std::span<const std::byte> bytes = row_.blob(most * sizeof(T));
        if (bytes.size() % sizeof(T) != 0)
            return database_.fail(std::string(name) + " is cut off");
        values.resize(bytes.size() / sizeof(T));
        if (!values.empty())
            std::memcpy(values.data(), bytes.data(), bytes.size());
    }
    void maybe_colour(const char* red, const char* green, const char* blue, std::optional<Rgb>& value) {
        if (!has(red))
            return;
        value.reset();
        if (row_.next_is_nothing()) {
            for (int i = 0; i < 3; ++i)
                row_.skip();
            return;
        }
        Rgb colour;
        real(red, colour.r, kShare);
        real(green, colour.g, kShare);
        real(blue, colour.b, kShare);
        value = colour;
    }

  private:
    bool has(std::string_view name) const {
        return absent_.empty() || std::ranges::find(absent_, name) == absent_.end();
    }
    /// Makes room for a value where the row has one; otherwise passes it over.
    template <typename T>
    bool there(std::optional<T>& value) {
        value.reset();
        if (row_.next_is_nothing())
            row_.skip();
        else
            value.emplace();
        return value.has_value();
    }

    Database& database_;
    Statement& row_;
    const std::vector<std::string>& absent_;
};

template <typename T>
std::vector<std::string> column_names() {
    T value;
    ColumnNames names;
    visit_fields(names, value);
    return names.names();
}

}  // namespace allaprima::painting_fields
