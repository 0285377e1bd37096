#pragma once
#include <string>

namespace allaprima {

/// A brief file with every setting there is, its range and its meaning; all but the photograph as comments.
std::string brief_template();

/// Every setting that a brief file may hold, as tables in Markdown, one for each table of the file: what it
/// is called, what it may be, what holds if it is left out, what it means, and the option that asks for the
/// same.
std::string brief_reference();

}  // namespace allaprima
