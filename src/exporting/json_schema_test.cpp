#include "exporting/json_schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace allaprima {
namespace {

using Json = nlohmann::json;

std::string text_of_file(const std::string& name) {
    std::ifstream in(std::string(ALLAPRIMA_SOURCE_DIR) + "/docs/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether a value is what a schema says, as far as ours goes.
bool fits(const Json& value, const Json& schema) {
    if (schema.contains("const"))
        return value == schema["const"];
    const std::string type = schema.value("type", "");
    if (type == "number" && value.is_number())
        return value >= schema.value("minimum", Json(-1e300)) &&
               value <= schema.value("maximum", Json(1e300));
    if (type == "array" && value.is_array()) {
        for (const Json& item : value)
            if (!fits(item, schema["items"]))
                return false;
        return true;
    }
    if (type == "object" && value.is_object()) {
        for (const std::string& needed : schema.value("required", std::vector<std::string>()))
            if (!value.contains(needed))
                return false;
        for (const auto& [name, member] : value.items())
            if (!schema["properties"].contains(name) || !fits(member, schema["properties"][name]))
                return false;
        return true;
    }
    return (type == "string" && value.is_string()) || (type == "integer" && value.is_number_integer());
}

TEST(StrokesSchema, IsTheOneInTheDocuments) {
    EXPECT_EQ(text_of_file("strokes.schema.json"), strokes_json_schema())
        << "put in what 'allaprima formats --schema' prints";
}

TEST(StrokesSchema, TheExampleIsOfIt) {
    const Json schema = Json::parse(strokes_json_schema());
    Json example = Json::parse(text_of_file("strokes.example.json"));
    EXPECT_TRUE(fits(example, schema));
    example["strokes"][0].erase("x2");
    EXPECT_FALSE(fits(example, schema));
    example["strokes"][0]["x2"] = "far";
    EXPECT_FALSE(fits(example, schema));
}

}  // namespace
}  // namespace allaprima
