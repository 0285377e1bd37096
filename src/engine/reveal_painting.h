#pragma once
#include <string>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "engine/destination.h"
#include "model/wish.h"

namespace allaprima {

/// A wish to show how a painting was made.
struct RevealWish {
    std::string painting_file;
    Destination folder;      ///< Only a page of this kind is ever replaced.
    std::string photo = {};  ///< The photograph, to be shown; empty: it is not.
    Wishes of_picture = {};  ///< How the painting is shown, where it is not shown as when it was made.
};

/// Makes a page, a folder of files, that shows how a painting was made and what is recorded of it.
///
/// The photograph is shown only where the record tells by what right, and only when it is the one that was
/// painted from.
/// @return an error when the painting has no plan yet, and when the observer ended it.
Status reveal_painting(const RevealWish& wish, const ThreadPool& workers, Observer& observer);

}  // namespace allaprima
