#pragma once
#include <hwy/targets.h>

namespace allaprima::testing {

/// Has Highway's kernels take one instruction set, one of hwy::SupportedAndGeneratedTargets(); goes back to
/// the best of the machine in the end.
class InstructionSet {
  public:
    explicit InstructionSet(int64_t target) { use(target); }
    InstructionSet(const InstructionSet&) = delete;
    InstructionSet& operator=(const InstructionSet&) = delete;
    ~InstructionSet() { use(0); }

  private:
    static void use(int64_t target) {
        hwy::SetSupportedTargetsForTest(target);
        hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    }
};

}  // namespace allaprima::testing
