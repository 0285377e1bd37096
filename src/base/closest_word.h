#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace allaprima {

/// What is added to the error of a word that is not known: " (did you mean 'zorn'?)", or nothing where none
/// of the known words is near it.
///
/// A word is near when few letters have to be added, left out, changed or exchanged with their neighbour
/// (Damerau and Levenshtein's distance): about one in three at most, and one at least; capitals count as
/// small letters. Of two words that are equally near the first is meant.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace allaprima
