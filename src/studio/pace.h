#pragma once
#include <map>
#include <mutex>
#include <string>

namespace allaprima {

/// How much slower than foretold this machine makes each kind of file, learned from those it has made. May be
/// used from several threads.
class Pace {
  public:
    /// What foretold seconds are multiplied by.
    double of(const std::string& kind) const;
    /// A file was made. @param foretold by the Forecast alone, without this.
    void note(const std::string& kind, double foretold, double took);

  private:
    mutable std::mutex mutex_;
    std::map<std::string, double> factors_;
};

}  // namespace allaprima
