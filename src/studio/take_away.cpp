#include "studio/take_away.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "engine/destination.h"
#include "engine/export_painting.h"
#include "engine/render_painting.h"
#include "engine/reveal_painting.h"
#include "files/zip_archive.h"
#include "model/brief_settings.h"
#include "studio/rows.h"

namespace allaprima {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

/// Ends the work when nobody waits for it any more.
class AbandonedObserver final : public Observer {
  public:
    explicit AbandonedObserver(const std::function<bool()>& abandoned) : abandoned_(abandoned) {}
    void progress(std::string_view, double) override {}
    bool stop_requested() const override { return abandoned_(); }

  private:
    const std::function<bool()>& abandoned_;
};

enum class AwayKind { Picture, Page, Export };

/// What is asked, told apart.
struct AwayOrder {
    AwayKind kind = AwayKind::Picture;
    std::string ending;
    Wishes of_picture, of_export;
    bool with_photo = false;  ///< On a page.
};

Result<AwayKind> kind_of(const std::string& ending) {
    const std::vector<std::string> pictures = endings_of_pictures(true);
    if (std::ranges::find(pictures, ending) != pictures.end())
        return AwayKind::Picture;
    if (ending == kRevealEnding)
        return AwayKind::Page;
    const auto formats = export_formats();
    if (std::ranges::any_of(formats, [&](const ExportFormat& format) { return format.ending == ending; }))
        return AwayKind::Export;
    return Error{"there is no such kind of file", true};
}

Status take_wish(const std::string& name, const std::string& text, AwayOrder& order) {
    const std::vector<BriefSetting> settings = brief_settings();
    const bool pixels = name == "size" && text.find('x') == std::string::npos;
    const std::string asked = pixels ? "long" : name;
    const auto setting = std::ranges::find(settings, asked, &BriefSetting::name);
    const ExportSetting* of_export = find_export_setting(asked);
    const bool file = of_export ? of_export->files != Files::None
                                : setting != settings.end() && setting->files != Files::None;
    if (file)
        return Error{fmt::format("{}: the studio takes no files here", asked), true};
    if (setting != settings.end() && setting->of_rendering)
        order.of_picture.push_back({asked, text});
    else if (order.kind == AwayKind::Export)
        order.of_export.push_back({asked, text});
    else
        return Error{
            fmt::format("a {} takes no {}", order.kind == AwayKind::Page ? "page" : "picture", asked), true};
    return Done{};
}

Result<AwayOrder> order_of(const std::map<std::string, std::string>& query) {
    const auto ending = query.find("kind");
    if (ending == query.end())
        return Error{"say what kind of file it is to be: kind=.png", true};
    const Result<AwayKind> kind = kind_of(ending->second);
    if (!kind)
        return kind.error();
    AwayOrder order{.kind = *kind, .ending = ending->second, .of_picture = {}, .of_export = {}};
    for (const auto& [name, text] : query) {
        if (name == "kind")
            continue;
        if (name == "photo" && order.kind == AwayKind::Page)
            order.with_photo = text == "true";
        else if (const Status taken = take_wish(name, text, order); !taken)
            return taken.error();
    }
    return order;
}

/// Without the folder that it is made in, which nobody needs to know.
std::string without(std::string text, const std::string& folder) {
    for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
        text.erase(at, folder.size());
    return text;
}

/// A name as headers of HTTP spell it.
std::string spelled(const std::string& name) {
    std::string text;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = std::isalnum(byte) != 0 || c == '.' || c == '-' || c == '_';
        text += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return text;
}

/// A file that is made, or foretold, in a folder of its own.
struct Away {
    AwayOrder order;
    std::string painting, name;
    std::shared_ptr<TemporaryFolder> folder;
    std::string photo;  ///< To be shown on a page; empty: it is not.

    std::string file() const { return (folder->path() / name).string(); }

    RenderWish rendering() const {
        return {.painting_file = painting, .picture = {file(), false}, .of_picture = order.of_picture};
    }
    ExportWish exporting() const {
        return {.painting_file = painting,
                .destination = {file(), false},
                .of_picture = order.of_picture,
                .of_export = order.of_export};
    }
};

Result<Away> begin_away(const AwayRequest& request) {
    Result<AwayOrder> order = order_of(request.query);
    if (!order)
        return order.error();
    const ShelfEntry& entry = request.entry;
    Away away{.order = *order,
              .painting = request.shelf.painting_file(entry).string(),
              .name = file_stem_of(entry.name) + order->ending,
              .folder = std::make_shared<TemporaryFolder>(),
              .photo = {}};
    if (away.folder->path().empty())
        return Error{"there is no room for temporary files"};
    if (order->with_photo && !request.shelf.find_photo(entry.photo))
        return Error{"photo: the photograph is not on the shelf", true};
    if (order->with_photo)
        away.photo = request.shelf.photo_file(entry.photo).string();
    return away;
}

/// The folder's name is in no page.
Status make_page(const Away& away, const ThreadPool& workers, Observer& observer) {
    const fs::path folder = away.folder->path() / "page";
    const Status made = reveal_painting({.painting_file = away.painting,
                                         .folder = {folder.string(), false},
                                         .photo = away.photo,
                                         .of_picture = away.order.of_picture},
                                        workers, observer);
    return made ? zip_folder(folder, fs::path(away.name).stem().string(), away.file()) : made;
}

Status make_away(const Away& away, Observer& observer) {
    const ThreadPool workers;
    if (away.order.kind == AwayKind::Page)
        return make_page(away, workers, observer);
    if (away.order.kind == AwayKind::Export) {
        const auto notes = export_painting(away.exporting(), workers, observer);
        return notes ? Status(Done{}) : Status(notes.error());
    }
    const auto painted = render_painting(away.rendering(), workers, observer);
    return painted ? Status(Done{}) : Status(painted.error());
}

/// A page is made of a picture, its pyramid of tiles, its stages and parts of it under lamps.
constexpr double kRenderingsOfPage = 5.0;

Result<Forecast> forecast_away(const Away& away) {
    const ThreadPool workers;
    if (away.order.kind == AwayKind::Export)
        return forecast_export(away.exporting(), workers);
    RenderWish wish = away.rendering();
    if (away.order.kind == AwayKind::Page)
        wish.picture.path += ".png";
    Result<Forecast> forecast = forecast_rendering(wish, workers);
    if (forecast && away.order.kind == AwayKind::Page)
        forecast->core_seconds *= kRenderingsOfPage;
    return forecast;
}

double foretold_seconds(const Forecast& forecast) {
    return seconds_of(forecast, ThreadPool().threads());
}

Json told(const Forecast& forecast, double factor) {
    Json json = Json::object();
    if (forecast.size.area() > 0) {
        json["pixels"] = {{"width", forecast.size.width}, {"height", forecast.size.height}};
        json["print"] = {
            {"width_mm", forecast.print_mm.x}, {"height_mm", forecast.print_mm.y}, {"dpi", forecast.dpi}};
    }
    json["seconds"] = factor * foretold_seconds(forecast);
    return json;
}

/// An error in words that tell nothing of where files lie.
Error without_folders(const Error& error, const AwayRequest& request, const Away& away) {
    return Error{without(without(error.message, away.folder->path().string() + "/"),
                         request.shelf.folder().string() + "/"),
                 error.usage};
}

}  // namespace

StudioAnswer take_away(const AwayRequest& request, const std::function<bool()>& abandoned) {
    const Result<Away> away = begin_away(request);
    if (!away)
        return error_answer(away.error());
    const Result<Forecast> forecast = forecast_away(*away);
    AbandonedObserver observer(abandoned);
    const auto began = std::chrono::steady_clock::now();
    if (const Status made = make_away(*away, observer); !made)
        return error_answer(without_folders(made.error(), request, *away));
    if (forecast)
        request.pace.note(away->order.ending, foretold_seconds(*forecast),
                          std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    StudioAnswer answer{
        .type = "application/octet-stream", .body = {}, .file = away->file(), .folder = away->folder};
    answer.headers.emplace_back("Content-Disposition", "attachment; filename*=UTF-8''" + spelled(away->name));
    return answer;
}

StudioAnswer foretell_away(const AwayRequest& request) {
    const Result<Away> away = begin_away(request);
    if (!away)
        return error_answer(away.error());
    const Result<Forecast> forecast = forecast_away(*away);
    if (forecast)
        return {.body = json_text(told(*forecast, request.pace.of(away->order.ending))), .file = {}};
    const std::string why = without_folders(forecast.error(), request, *away).message;
    Json refused{{"refused", why}};
    if (const std::string setting = setting_in(why, away->order.of_picture); !setting.empty())
        refused["setting"] = setting;
    return {.body = json_text(refused), .file = {}};
}

}  // namespace allaprima
