#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "base/observer.h"
#include "base/result.h"
#include "base/thread_pool.h"
#include "image/image.h"
#include "model/picture.h"
#include "model/plan.h"
#include "rendering/render.h"

namespace allaprima {

// What the parts of a page have in common: they write files into its folder, and render pictures for them.

/// Makes a folder in the page's. @return why it cannot be made.
Status make_page_folder(const std::string& path);

/// Writes a picture of opaque colours; the ending tells the format.
Status write_page_picture(const std::string& path, Image<Rgb> colour);

/// Writes a file of text.
Status write_page_text(const std::string& path, std::string_view text);

/// Renders as render() does; a sink's error, or that the observer ended it, comes back as one.
Status render_rows(const Plan& plan, const RenderSettings& settings, const ThreadPool& workers,
                   Observer& observer, const std::function<Status(int first_row, const Picture& rows)>& sink);

/// What is said when the observer ended it.
Error stopped_page();

}  // namespace allaprima
