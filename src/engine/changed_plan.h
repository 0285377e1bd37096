#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "base/thread_pool.h"
#include "model/brief.h"
#include "model/plan.h"

namespace allaprima {

/// The plan with what a rendering may change of it: what it is painted on, and how it is signed. A new
/// signature takes the place of the old one; its colour is chosen by a small rendering of what lies beneath.
///
/// @param kept what was asked when it was planned. @param asked what is asked now.
/// @param warnings takes a line where the signature is hard to read.
Result<Plan> changed_plan(const Plan& plan, const Brief& kept, const Brief& asked, const ThreadPool& workers,
                          std::vector<std::string>& warnings);

}  // namespace allaprima
