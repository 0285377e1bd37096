#pragma once
#include "model/export_settings.h"
#include "model/field.h"

/// What can be asked of exports, each field declared once, group by group.

namespace allaprima::painting_fields {

inline constexpr size_t kLongestFileName = 4096;

template <typename Visitor>
void visit_film(Visitor& visitor, FilmSettings& asked) {
    const InTable film{"film"};
    visitor.real(film("seconds", "How long the film of the making is, bare ground to finished picture",
                      {.placeholder = "S"}),
                 asked.seconds, Range{kShortestFilm, kLongestFilm});
    visitor.whole_or_open(
        film("fps", "Frames per second", {.standard = "30, or 15 for a .gif", .example = "25"}), asked.fps,
        kFewestFps, kMostFps);
    visitor.choice(
        film("easing", "Whether broad strokes take their time and small ones hurry, or all take the same"),
        asked.easing, kFilmEasingWords);
    visitor.choice(film("camera", "Whether the whole picture is seen, or where strokes are being laid"),
                   asked.camera, kFilmCameraWords);
}

template <typename Visitor>
void visit_print(Visitor& visitor, PrintSettings& asked) {
    const InTable print{"print"};
    visitor.real(print("bleed", "By how many millimetres paint reaches beyond the edge that is cut",
                       {.placeholder = "MM"}),
                 asked.bleed_mm, Range{0.0, kWidestBleedMm});
    visitor.flag(print("no-marks", "Leave out the crop marks", {.notation = Notation::Switch}), asked.marks);
}

template <typename Visitor>
void visit_robot(Visitor& visitor, RobotSettings& asked) {
    const InTable robot{"robot"};
    visitor.text(robot("head", "The machine that paints: its reach, tools, pots and speeds (.gcode)",
                       {.placeholder = "FILE.toml",
                        .range = "a file of a head, as 'allaprima robot --template' writes one",
                        .standard = "a small table",
                        .files = Files::Always}),
                 asked.head, kLongestFileName);
    visitor.whole(robot("pots", "Heaps of paint to mix at most; paints that look alike share one (.gcode)",
                        {.range = "0 to 10000; 0: as many as there are paints"}),
                  asked.pots, 0, kMostPots);
    visitor.choice(
        robot("fit",
              "What happens to strokes beyond the reach, or too narrow or broad for the tools (.gcode)",
              {.placeholder = "HOW"}),
        asked.fit, kFitWords);
    visitor.choice(
        robot("order",
              "Whether strokes are gathered by tool and paint, or lie on each other as planned (.gcode)",
              {.placeholder = "HOW"}),
        asked.order, kHandOrderWords);
}

template <typename Visitor>
void visit_guide(Visitor& visitor, GuideSettings& asked) {
    const InTable guide{"guide"};
    visitor.whole(guide("heaps", "The most heaps of paint in a guide to paint by hand"), asked.heaps, 2,
                  kMostGuideHeaps);
    visitor.whole(guide("brushes", "The most brushes in a guide; strokes are brought to what they paint"),
                  asked.brushes, 1, kMostGuideBrushes);
    visitor.choice(guide("paper", "What a guide is printed on"), asked.paper, kPaperWords);
}

template <typename Visitor>
void visit_plot(Visitor& visitor, PlotSettings& asked) {
    const InTable plot{"plot"};
    visitor.text(plot("pens", "The pens of a plotter (.plot.svg)",
                      {.placeholder = "PENS",
                       .range = "how many, 1 to 16, which are then chosen for the picture; or names such as "
                                "black and blue, and #rrggbb, with commas between them",
                       .example = "black,ochre,#1f3f7f"}),
                 asked.pens, kLongestFileName);
    visitor.real(plot("pen-width", "How broad a pen's line is, in millimetres", {.placeholder = "MM"}),
                 asked.pen_mm, Range{0.05, 5.0});
    visitor.choice(plot("sheet", "The paper in a plotter; it lies as the picture does"), asked.sheet,
                   kPaperWords);
    visitor.real(plot("margin", "How many millimetres of the sheet stay free on each side at least",
                      {.placeholder = "MM"}),
                 asked.margin_mm, Range{0.0, 200.0});
}

template <typename Visitor>
void visit_fields(Visitor& visitor, ExportSettings& asked) {
    const InTable layers{"layers"};
    visitor.choice(
        layers("layers",
               "Whether there is a layer for each part, to retouch by: background, subject, relief, spatter, "
               "signature; or for each pass of the painter"),
        asked.layers.sort, kLayerSortWords);
    visit_plot(visitor, asked.plot);
    visit_film(visitor, asked.film);
    visit_print(visitor, asked.print);
    visit_robot(visitor, asked.robot);
    visit_guide(visitor, asked.guide);
}

}  // namespace allaprima::painting_fields
