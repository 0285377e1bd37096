#pragma once
#include <string>

namespace allaprima {

/// What a thread works on while it lives. It costs two stores, and is told only when a promise is broken:
/// what is being done, and by what command it is done again alone (pbrt's --debugstart is the model).
class WorkInHand {
  public:
    WorkInHand(const WorkInHand&) = delete;
    WorkInHand& operator=(const WorkInHand&) = delete;

    /// "stroke 12; again: allaprima render PAINTING …", where PAINTING stands for the painting's file.
    virtual std::string told() const = 0;

    /// What the calling thread works on, one line each, the innermost last; empty: nothing is noted.
    static std::string all_told();

  protected:
    WorkInHand();
    ~WorkInHand();

  private:
    const WorkInHand* outer_;
};

/// Says by what name the painting is known that this process works on, in place of PAINTING.
void name_painting_in_hand(const std::string& file);

/// Tells on standard error which promise was broken, and on what; and stops the program.
[[noreturn]] void stop_for_broken_promise(const char* file, int line, const char* condition);

}  // namespace allaprima

/// Stops the program when a promise between two parts of the code is broken. Outside data never
/// gets this far: it is refused with a Result where it is read.
#define ALLAPRIMA_CHECK(condition)                                                \
    do {                                                                          \
        if (!(condition))                                                         \
            ::allaprima::stop_for_broken_promise(__FILE__, __LINE__, #condition); \
    } while (false)
