#include "exporting/json_pieces.h"

#include <fmt/format.h>

#include <iterator>
#include <set>
#include <vector>

namespace allaprima::exporting {
namespace {

using Json = nlohmann::json;

constexpr size_t kMostValues = 100'000;
constexpr size_t kMostLevels = 8;
constexpr size_t kLongestToken = 65'536;

/// What has been read so far, by the bytes.
struct Course {
    size_t line = 1;
    size_t token = 0;  ///< Bytes since the last sign that ends a text or a number.
    bool in_text = false, escaped = false;
    bool too_long = false;

    void pass(char c) {
        line += c == '\n' ? 1 : 0;
        const bool quote = c == '"' && !escaped;
        escaped = in_text && c == '\\' && !escaped;
        in_text = quote ? !in_text : in_text;
        const bool between = !in_text && (c == ',' || c == ':' || c == '[' || c == ']' || c == '{' ||
                                          c == '}' || c == ' ' || c == '\n' || c == '\r' || c == '\t');
        token = quote || between ? 0 : token + 1;
        too_long = too_long || token > kLongestToken;
    }
};

/// The bytes of a stream, for the parser, which keeps a whole text or number in memory: the bytes end where
/// one is too long.
class Bytes {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    Bytes() = default;
    Bytes(std::istream& text, Course& course) : at_(text), course_(&course) {}

    char operator*() const { return *at_; }
    Bytes& operator++() {
        course_->pass(*at_);
        ++at_;
        return *this;
    }
    bool operator==(const Bytes& other) const { return ended() == other.ended(); }

  private:
    bool ended() const { return (course_ && course_->too_long) || at_ == std::istreambuf_iterator<char>(); }

    std::istreambuf_iterator<char> at_;
    Course* course_ = nullptr;
};

/// Builds one piece after the other from what the parser meets.
class Taker : public nlohmann::json_sax<Json> {
  public:
    Taker(const JsonPieces& pieces, const Course& course) : pieces_(pieces), course_(course) {}

    const std::string& fault() const { return fault_; }

    bool null() override { return value(nullptr); }
    bool boolean(bool given) override { return value(given); }
    bool number_integer(number_integer_t given) override { return value(given); }
    bool number_unsigned(number_unsigned_t given) override { return value(given); }
    bool number_float(number_float_t given, const string_t&) override { return value(given); }
    bool string(string_t& given) override { return value(std::move(given)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return start(Json::object()); }
    bool start_array(std::size_t) override { return start(Json::array()); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }

    bool key(string_t& name) override {
        if (open_.empty()) {
            name_ = name;
            return members_.insert(name).second || refuse("is there twice");
        }
        const auto [slot, fresh] = open_.back()->get_ref<Json::object_t&>().emplace(name, nullptr);
        slot_ = &slot->second;
        return fresh || refuse(fmt::format("has '{}' twice", name.substr(0, 60)));
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        fault_ = course_.too_long ? fmt::format("line {}: a text or a number is longer than {} bytes",
                                                course_.line, kLongestToken)
                                  : fmt::format("line {}: this is not JSON", course_.line);
        return false;
    }

  private:
    /// Where the parser is.
    std::string place() const {
        return in_list_ ? fmt::format("{}[{}]", name_, number_) : name_.substr(0, 60);
    }
    bool refuse(const std::string& what) {
        fault_ = fmt::format("{} {}", place(), what);
        return false;
    }
    bool not_an_object() {
        fault_ = "it is not one JSON object";
        return false;
    }

    bool value(Json given) {
        if (!in_root_)
            return not_an_object();
        if (open_.empty())
            return complete(given);
        put(std::move(given));
        return ++values_ <= kMostValues || refuse("holds too much");
    }

    /// Puts a value where the parser is inside of the piece.
    Json& put(Json given) {
        Json& parent = *open_.back();
        if (parent.is_array())
            return parent.emplace_back(std::move(given));
        *slot_ = std::move(given);
        return *slot_;
    }

    bool start(Json empty) {
        if (!in_root_) {
            in_root_ = empty.is_object();
            return in_root_ || not_an_object();
        }
        if (open_.empty() && !in_list_ && pieces_.lists.contains(name_) && empty.is_array()) {
            in_list_ = true;
            number_ = 0;
            return true;
        }
        if (open_.size() == kMostLevels)
            return refuse("is nested too deeply");
        if (open_.empty()) {
            piece_ = std::move(empty);
            open_.push_back(&piece_);
        } else {
            open_.push_back(&put(std::move(empty)));
        }
        return ++values_ <= kMostValues || refuse("holds too much");
    }

    bool end() {
        if (open_.empty()) {
            in_list_ = false;
            return true;
        }
        open_.pop_back();
        return !open_.empty() || complete(piece_);
    }

    bool complete(const Json& piece) {
        values_ = 0;
        fault_ = in_list_ ? pieces_.lists.at(name_)(number_, piece) : pieces_.member(name_, piece);
        number_ += in_list_ ? 1 : 0;
        return fault_.empty();
    }

    const JsonPieces& pieces_;
    const Course& course_;
    std::string fault_;
    bool in_root_ = false, in_list_ = false;
    std::string name_;               ///< Of the member that is being read.
    std::set<std::string> members_;  ///< The names met so far; those that are not known end the reading.
    size_t number_ = 0;              ///< Of the element that is being read.
    Json piece_;
    std::vector<Json*> open_;  ///< From the piece down to where the parser is.
    Json* slot_ = nullptr;     ///< Where the value of the key just met goes.
    size_t values_ = 0;        ///< In the piece.
};

}  // namespace

std::string take_pieces(std::istream& text, const JsonPieces& pieces) {
    Course course;
    Taker taker(pieces, course);
    if (Json::sax_parse(Bytes(text, course), Bytes(), &taker))
        return {};
    return taker.fault().empty() ? "it cannot be read" : taker.fault();
}

}  // namespace allaprima::exporting
