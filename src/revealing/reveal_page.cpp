#include "revealing/reveal_page.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "exporting/export_format.h"
#include "image/colour.h"
#include "pigment/recipe_book.h"
#include "revealing/html_text.h"
#include "revealing/record_time_line.h"
#include "revealing/stroke_figures.h"
#include "revealing/tile_pyramid.h"

namespace allaprima {
namespace {

constexpr size_t kMostHeaps = 24;  ///< On the page; the rest is told by number.

std::string length_mm(double mm) {
    return mm < 10.0 ? fmt::format("{:.1f} mm", mm) : fmt::format("{:.0f} mm", mm);
}

std::string percent(double share) {
    return share > 0.0 && share < 0.005 ? "&lt; 1 %" : fmt::format("{:.0f} %", 100.0 * share);
}

std::string section(const char* id, const char* heading, const std::string& body) {
    return fmt::format(
        "<section id=\"{0}\" aria-labelledby=\"{0}-heading\">\n<h2 id=\"{0}-heading\">{1}</h2>\n"
        "{2}</section>\n",
        id, heading, body);
}

std::string head_html(const RevealPage& page) {
    std::string text = fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"{}\">\n<title>{}</title>\n"
        "<link rel=\"stylesheet\" href=\"leaflet.css\">\n<link rel=\"stylesheet\" href=\"reveal.css\">\n"
        "</head>\n<body>\n<header>\n<h1>{}</h1>\n",
        html(page.job.software), html(title_of(page.job.painting)), html(title_of(page.job.painting)));
    if (page.job.painting.record.making) {
        const MakingClaims& claims = page.job.painting.record.making->claims;
        text += fmt::format("<p class=\"by\">{}, {}</p>\n", html(claims.painter), html(claims.date));
    }
    return text + "</header>\n<main>\n";
}

std::string picture_html(const RevealPage& page) {
    const Plan& plan = page.job.plan;
    return fmt::format(
        "<figure class=\"wall\">\n<div id=\"zoom\" role=\"application\" aria-label=\"The painting; zoom with "
        "the "
        "wheel, two fingers or the keys + and −, move with the arrows\">"
        "<noscript><img src=\"making/{:03}.jpg\" alt=\"The painting\"></noscript></div>\n"
        "<figcaption>{:.0f} × {:.0f} mm of canvas, {} × {} pixels. Come closer: wheel, pinch, + and −."
        "</figcaption>\n</figure>\n",
        page.stages.size() - 1, plan.width_mm, plan.height_mm, page.job.settings.size.width,
        page.job.settings.size.height);
}

std::string photograph_html(const RevealPage& page) {
    const PaintingStart& start = page.job.painting.start;
    if (!page.job.photo)
        return fmt::format(
            "<p>The photograph, <q>{}</q>, is not shown here. Its digest is <code>{}</code>: whoever has it "
            "can check that it is the one.</p>\n",
            html(start.photo_name), html(start.photo_digest));
    std::string credit;
    if (page.job.painting.record.making) {
        const MakingClaims& claims = page.job.painting.record.making->claims;
        for (const std::string* part : {&claims.photograph, &claims.photographer, &claims.photograph_rights})
            if (!part->empty())
                credit += (credit.empty() ? "" : ", ") + html(*part);
    }
    return fmt::format(
        "<div class=\"pair\">\n<figure><img src=\"photograph.jpg\" alt=\"The photograph\" "
        "loading=\"lazy\"><figcaption>{}</figcaption></figure>\n"
        "<figure><img src=\"making/{:03}.jpg\" alt=\"The painting\" loading=\"lazy\">"
        "<figcaption>The painting</figcaption></figure>\n</div>\n",
        credit.empty() ? "The photograph" : credit, page.stages.size() - 1);
}

std::string making_html(const RevealPage& page) {
    std::string marks;
    for (size_t i = 0; i < page.stages.size(); ++i)
        if (i + 1 == page.stages.size() || page.stages[i].pass != page.stages[i + 1].pass)
            marks += fmt::format(
                "<button type=\"button\" data-stage=\"{}\"><img src=\"making/{:03}.jpg\" alt=\"\" "
                "loading=\"lazy\"><span>{}</span></button>\n",
                i, i, page.stages[i].pass.empty() ? "bare ground" : html(page.stages[i].pass));
    return fmt::format(
        "<figure class=\"making\">\n<img id=\"stage\" src=\"making/{0:03}.jpg\" width=\"{1}\" height=\"{2}\" "
        "alt=\"The painting in the making\">\n<figcaption>\n<button type=\"button\" "
        "id=\"play\">Play</button>\n"
        "<input type=\"range\" id=\"scrubber\" min=\"0\" max=\"{0}\" value=\"{0}\" step=\"1\" "
        "aria-label=\"How far the painting has come\">\n<output id=\"laid\" for=\"scrubber\">{3} "
        "strokes</output>\n"
        "</figcaption>\n</figure>\n<div class=\"passes\">\n{4}</div>\n",
        page.stages.size() - 1, page.stage_size.width, page.stage_size.height, page.stages.back().strokes,
        marks);
}

std::string figures_row(const StrokeFigures& figures) {
    return fmt::format(
        "<tr><th scope=\"row\">{}</th><td data-of=\"Coat\"><span>{}</span></td><td "
        "data-of=\"Strokes\"><span>{}</span></td>"
        "<td data-of=\"Way\"><span>{:.1f} m</span></td><td data-of=\"Covers\"><span>{:.2f} ×</span></td>"
        "<td data-of=\"Width\"><span>{} to {}, half of them under {}</span></td></tr>\n",
        figures.name.empty() ? "all" : html(figures.name),
        figures.name.empty() ? "" : kCoatWords[static_cast<size_t>(figures.coat)], figures.strokes,
        figures.way_m, figures.covered, length_mm(figures.narrowest_mm), length_mm(figures.widest_mm),
        length_mm(figures.middle_mm));
}

std::string strokes_html(const RevealPage& page) {
    const std::vector<StrokeFigures> figures = stroke_figures(page.job.plan);
    const StrokeFigures& all = figures.front();
    std::string text = fmt::format(
        "<p>{} strokes in {} passes, {:.0f} metres of brush on canvas. Laid side by side they would cover "
        "the canvas "
        "{:.1f} times.</p>\n<table class=\"strokes\">\n<thead><tr><th scope=\"col\">Pass</th><th "
        "scope=\"col\">Coat"
        "</th><th scope=\"col\">Strokes</th><th scope=\"col\">Way</th><th scope=\"col\">Covers</th>"
        "<th scope=\"col\">Width</th></tr></thead>\n<tbody>\n",
        all.strokes, page.job.plan.passes.size(), all.way_m, all.covered);
    for (size_t i = 1; i < figures.size(); ++i)
        text += figures_row(figures[i]);
    text += "</tbody>\n<tfoot>" + figures_row(all) + "</tfoot></table>\n<p>The brushes: ";
    std::set<std::string> named;
    for (const Brush& brush : page.job.plan.materials.brushes)
        if (named.insert(brush.name).second)
            text += (named.size() == 1 ? "" : ", ") + html(brush.name);
    return text + fmt::format(". The hand: {}. Seed {}.</p>\n", html(page.job.plan.materials.hand.name),
                              page.job.painting.start.brief.seed);
}

std::string swatch(Rgb colour) {
    return fmt::format("<span class=\"swatch\" style=\"background:{}\"></span>", hex_of_srgb(colour));
}

/// Paint as it comes from the tube, and a little of it in white, which tells what a dark tube is.
std::string tube_swatch(const RecipeBook& book, size_t tube) {
    constexpr float kTint = 0.1f;
    Shares alone{}, tint{};
    alone[tube] = 1.0f;
    tint[static_cast<size_t>(book.whitest())] = 1.0f - kTint;
    tint[tube] += kTint;
    return fmt::format(
        "<span class=\"swatch\"><span style=\"background:{}\"></span>"
        "<span style=\"background:{}\"></span></span>",
        hex_of_srgb(book.shown(alone)), hex_of_srgb(book.shown(tint)));
}

std::string recipe_of(const Heap& heap, const Palette& palette) {
    std::string text;
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube)
        if (heap.parts[tube] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : " + ", heap.parts[tube],
                                html(palette.tubes[tube].name));
    return text;
}

std::string palette_html(const RevealPage& page) {
    const Palette& palette = page.job.plan.materials.palette;
    if (palette.plain())
        return "<p>Plain colour, without tubes: it mixes as light does.</p>\n";
    const RecipeBook book(palette);
    const std::vector<double> shares = tube_shares(page.job.plan);
    std::string text = fmt::format(
        "<p>The palette <q>{}</q>: {} tubes, each pure, and one part of it in ten with white.</p>\n<ul "
        "class=\"tubes\">\n",
        html(palette.name), palette.tubes.size());
    for (size_t tube = 0; tube < palette.tubes.size(); ++tube) {
        const Pigment& pigment = palette.tubes[tube];
        text += fmt::format(
            "<li>{}<span class=\"name\">{}</span><span class=\"index\">{}</span>"
            "<span class=\"share\">{} of the paint</span></li>\n",
            tube_swatch(book, tube), html(pigment.name), html(pigment.colour_index), percent(shares[tube]));
    }
    text += "</ul>\n";
    const std::vector<Heap> heaps = heaps_of(page.job.plan);
    if (heaps.empty())
        return text;
    text += "<h3>Recipes, in parts</h3>\n<ul class=\"heaps\">\n";
    for (size_t i = 0; i < std::min(heaps.size(), kMostHeaps); ++i)
        text += fmt::format("<li>{}<span class=\"recipe\">{}</span><span class=\"share\">{} {}</span></li>\n",
                            swatch(heaps[i].colour), recipe_of(heaps[i], palette), heaps[i].strokes,
                            heaps[i].strokes == 1 ? "stroke" : "strokes");
    text += "</ul>\n";
    if (heaps.size() > kMostHeaps)
        text += fmt::format("<p>And {} more.</p>\n", heaps.size() - kMostHeaps);
    return text;
}

std::string light_html(const RevealPage& page) {
    std::string choices;
    for (size_t i = 0; i < page.crops.size(); ++i)
        choices += fmt::format("<option value=\"{}\">{}</option>", i, html(page.crops[i].name));
    const Light& light = page.job.settings.light;
    return fmt::format(
        "<p>Paint stands up from the canvas. Move the lamp over it.</p>\n<div class=\"lamp\">\n"
        "<canvas id=\"lit\" width=\"{0}\" height=\"{1}\" role=\"img\" aria-label=\"Part of the painting "
        "under a "
        "lamp\"></canvas>\n<div class=\"lamp-controls\">\n<label>Part <select "
        "id=\"part\">{2}</select></label>\n"
        "<label>Direction <input type=\"range\" id=\"azimuth\" min=\"0\" max=\"359\" "
        "value=\"{3:.0f}\"></label>\n"
        "<label>Height <input type=\"range\" id=\"elevation\" min=\"5\" max=\"90\" "
        "value=\"{4:.0f}\"></label>\n"
        "</div>\n</div>\n<noscript><p>This needs scripts.</p></noscript>\n",
        page.crops.front().area.width(), page.crops.front().area.height(), choices, light.azimuth,
        light.elevation);
}

std::string foot_html(const RevealPage& page) {
    return fmt::format(
        "</main>\n<footer>\n<p>Painted by {}. This page was made by {} from the strokes; <code>allaprima "
        "verify</code> paints them again and proves it. Zoom by Leaflet "
        "(<a href=\"leaflet-licence.txt\">licence</a>).</p>\n</footer>\n"
        "<script src=\"leaflet.js\"></script>\n<script src=\"data.js\"></script>\n"
        "<script src=\"light.js\"></script>\n<script src=\"reveal.js\"></script>\n</body>\n</html>\n",
        html(page.job.painting.start.software), html(page.job.software));
}

}  // namespace

std::string page_html(const RevealPage& page) {
    return head_html(page) + picture_html(page) + section("making", "How it was made", making_html(page)) +
           section("photograph", "The photograph", photograph_html(page)) +
           section("strokes", "Strokes and passes", strokes_html(page)) +
           section("palette", "The palette", palette_html(page)) +
           section("light", "Under a moving light", light_html(page)) +
           section("record", "Where it comes from",
                   record_html(page.job.painting.record, page.job.findings)) +
           foot_html(page);
}

std::string page_data(const RevealPage& page) {
    nlohmann::ordered_json levels = nlohmann::ordered_json::array();
    const Size whole = page.job.settings.size;
    for (int level = 0; level < zoom_levels(whole); ++level) {
        const Size size = size_at_level(whole, level);
        levels.push_back({size.width, size.height});
    }
    nlohmann::ordered_json stages = nlohmann::ordered_json::array();
    for (const MakingStage& stage : page.stages)
        stages.push_back({{"strokes", stage.strokes}, {"pass", stage.pass}});
    const nlohmann::ordered_json data{{"tile", kTileSide}, {"levels", levels}, {"stages", stages}};
    return "\"use strict\";\nconst reveal = " +
           data.dump(1, ' ', true, nlohmann::ordered_json::error_handler_t::replace) + ";\n";
}

}  // namespace allaprima
