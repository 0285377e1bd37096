#pragma once
#include <functional>
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/workers.h"
#include "engine/destination.h"
#include "model/brief.h"

namespace allaprima {

/// A wish to show how a painting was made.
struct RevealWish {
    std::string painting_file;
    Destination folder;                       ///< Only a page of this kind is ever replaced.
    std::string photo = {};                   ///< The photograph, to be shown; empty: it is not.
    std::function<void(Brief&)> choose = {};  ///< May change how the painting is shown; empty: as asked for.
};

/// Makes a page, a folder of files, that shows how a painting was made and what is recorded of it.
///
/// The photograph is shown only where the record tells by what right, and only when it is the one that was
/// painted from.
/// @return an error when the painting has no plan yet, and when the observer ended it.
Status reveal_painting(const RevealWish& wish, const Workers& workers, Observer& observer);

}  // namespace allaprima
