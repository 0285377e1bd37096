#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace allaprima {

/// Which paintings have changed, for any number of listeners that ask when they have time. May be used from
/// several threads.
class ChangeLog {
  public:
    void touch(const std::string& id) {
        const std::lock_guard hold(mutex_);
        last_[id] = ++now_;
    }
    /// Those that changed after `seen`, which becomes now.
    std::vector<std::string> since(uint64_t& seen) const {
        const std::lock_guard hold(mutex_);
        std::vector<std::string> ids;
        for (const auto& [id, when] : last_)
            if (when > seen)
                ids.push_back(id);
        seen = now_;
        return ids;
    }

  private:
    mutable std::mutex mutex_;
    uint64_t now_ = 0;
    std::map<std::string, uint64_t> last_;
};

}  // namespace allaprima
