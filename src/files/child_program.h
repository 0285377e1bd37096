#pragma once
#include <sys/types.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace allaprima {

/// A descriptor that is closed when it goes.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }

    void close();
    /// −1 when there is none.
    int number() const { return number_; }

  private:
    int number_;
};

/// Two ends that talk to each other. Writing into a pair whose reader has gone is an error; into a pipe it
/// would be a signal that ends us.
struct EndPair {
    Descriptor ours, theirs;
};

Result<EndPair> make_end_pair();

/// Another program at work; it is ended, with all that it started, when this goes before it has left.
class ChildProgram {
  public:
    /// Starts it, without a shell. @param arguments the program, looked for on PATH unless it names a folder,
    /// and its words. @param ends its standard input, output and error.
    ChildProgram(const std::vector<std::string>& arguments, std::array<int, 3> ends);
    ChildProgram(const ChildProgram&) = delete;
    ChildProgram& operator=(const ChildProgram&) = delete;
    ~ChildProgram();

    /// 0, or the errno of why it could not be started.
    int fault() const { return fault_; }

    /// A descriptor that can be read, by poll(), once it has left; of −1 where the system has none.
    Descriptor leaving() const;
    /// Waits until it has left. @return its exit status, or −1 when a signal ended it.
    int wait();

  private:
    pid_t process_ = -1;
    int fault_ = 0;
    bool left_ = false;
};

}  // namespace allaprima
