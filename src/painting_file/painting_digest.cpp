#include "painting_file/painting_digest.h"

#include <vector>

#include "files/digest.h"
#include "painting_file/canonical_text.h"
#include "painting_file/outline_rows.h"

namespace allaprima {
namespace {

using namespace painting_fields;

/// What is spelt goes into the digest row by row: a plan as one text would be larger than its file.
class Spelling {
  public:
    explicit Spelling(std::string_view title) { digest_.add(title); }

    template <typename T>
    void add(const std::vector<T>& rows) {
        digest_.add(fmt::format("rows {}\n", rows.size()));
        for (T row : rows) {
            visit_fields(text_, row);
            digest_.add(text_.take());
        }
    }
    std::string finish() { return digest_.finish(); }

  private:
    Sha256 digest_;
    CanonicalText text_;
};

}  // namespace

std::string brief_digest(const Brief& brief) {
    Spelling spelling("allaprima brief 1\n");
    spelling.add(std::vector{brief});
    // Digests of older briefs stay what they were.
    if (!brief.corrections.empty())
        spelling.add(brief.corrections);
    spelling.add(brief.marks);
    spelling.add(brief.motifs);
    spelling.add(brief.spatters);
    return spelling.finish();
}

std::string palette_digest(const Materials& materials) {
    Spelling spelling("allaprima palette 1\n");
    spelling.add(std::vector{materials});
    spelling.add(materials.palette.tubes);
    spelling.add(materials.brushes);
    spelling.add(std::vector{materials.hand});
    if (!materials.tools.empty())
        spelling.add(materials.tools);
    return spelling.finish();
}

std::string plan_digest(const Plan& plan) {
    Spelling spelling("allaprima plan 1\n");
    spelling.add(std::vector{plan});
    spelling.add(plan.passes);
    spelling.add(plan.strokes);
    if (!plan.outline.empty())
        spelling.add(std::vector{outline_row(plan.outline)});
    return spelling.finish();
}

}  // namespace allaprima
