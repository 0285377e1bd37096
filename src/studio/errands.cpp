#include "studio/errands.h"

#include <utility>

namespace allaprima {

Errands::~Errands() {
    {
        const std::lock_guard hold(mutex_);
        ended_ = true;
    }
    news_.notify_all();
    thread_.join();
}

bool Errands::send(std::function<void()> errand) {
    {
        const std::lock_guard hold(mutex_);
        if (waiting_.size() >= most_)
            return false;
        waiting_.push_back(std::move(errand));
    }
    news_.notify_all();
    return true;
}

void Errands::work() {
    std::unique_lock hold(mutex_);
    for (;;) {
        news_.wait(hold, [&] { return ended_ || !waiting_.empty(); });
        if (ended_)
            return;
        const std::function<void()> errand = std::move(waiting_.front());
        waiting_.pop_front();
        hold.unlock();
        errand();
        hold.lock();
    }
}

}  // namespace allaprima
