// How well mixtures of paint are foretold, and the table of measured paints that the painter uses.
//
//   bench/pigments predict FOLDER    leaves out each tint and shade in turn, and foretells it from the others
//   bench/pigments table FOLDER      prints src/pigment/measured_pigments.inl
//
// FOLDER holds the measurements: revigo-spectra.txt, revigo-mixtures.txt, artist-paints-ks.csv.

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "base/thread_pool.h"
#include "pigment/fit_pigments.h"
#include "pigment/spectrum.h"

using namespace allaprima;

namespace {

constexpr size_t kFirstBand = 2, kMeasuredBands = 31;  // 400 to 700 nm

std::vector<std::string> split(const std::string& line, char at) {
    std::vector<std::string> parts;
    std::stringstream stream(line);
    for (std::string part; std::getline(stream, part, at);)
        parts.push_back(part);
    return parts;
}

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        throw std::runtime_error(path + " cannot be read");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        if (!line.empty())
            lines.push_back(line.back() == '\r' ? line.substr(0, line.size() - 1) : line);
    return lines;
}

/// The reconstructed oil paints and what was measured of their films.
struct OilPaints {
    std::vector<std::string> names;
    std::vector<Drawdown> films;
};

OilPaints read_oil_paints(const std::string& folder) {
    std::map<std::string, std::vector<double>> spectra;
    for (const std::string& line : lines_of(folder + "/revigo-spectra.txt")) {
        const std::vector<std::string> cells = split(line, '\t');
        if (cells.front() == "Name")
            continue;
        for (size_t i = 1; i < cells.size(); ++i)
            spectra[cells.front()].push_back(0.01 * std::stod(cells[i]));
    }
    OilPaints oils;
    std::map<std::string, std::map<std::string, double>> mixtures;
    for (const std::string& line : lines_of(folder + "/revigo-mixtures.txt")) {
        const std::vector<std::string> cells = split(line, '\t');
        const std::vector<std::string> halves = split(cells.at(1), '|');
        const std::vector<std::string> paints = split(halves.at(0), '-'), shares = split(halves.at(1), '-');
        for (size_t i = 0; i < paints.size(); ++i) {
            if (std::stod(shares.at(i)) <= 0.0)
                continue;
            mixtures[cells.front()][paints[i]] = std::stod(shares[i]);
            if (std::find(oils.names.begin(), oils.names.end(), paints[i]) == oils.names.end())
                oils.names.push_back(paints[i]);
        }
    }
    for (const auto& [name, parts] : mixtures) {
        Drawdown film{.name = name, .shares = std::vector<double>(oils.names.size()), .card = {}, .film = {}};
        if (!spectra.contains(name + "_ob"))
            continue;
        double sum = 0.0;
        for (const auto& [paint, share] : parts)
            sum += share;
        for (size_t p = 0; p < oils.names.size(); ++p)
            if (const auto part = parts.find(oils.names[p]); part != parts.end())
                film.shares[p] = part->second / sum;
        film.card = {spectra.at(name + "_b"), spectra.at(name + "_w")};
        film.film = {spectra.at(name + "_ob"), spectra.at(name + "_ow")};
        oils.films.push_back(std::move(film));
    }
    return oils;
}

/// Bands count for as much as the observer sees of them.
std::vector<double> band_weights() {
    const auto& observer = observer_weights(Illuminant::D65);
    std::vector<double> weights;
    double squares = 0.0;
    for (size_t band = 0; band < kMeasuredBands; ++band) {
        const size_t at = band + kFirstBand;
        const double seen = observer[0][at] + observer[1][at] + observer[2][at];
        weights.push_back(std::sqrt(seen * kMeasuredBands / 3.0 + 0.1));
        squares += weights.back() * weights.back();
    }
    for (double& weight : weights)
        weight /= std::sqrt(squares / kMeasuredBands);
    return weights;
}

/// The eosin lakes fade alike where they are thinned with white; nothing of the kind is known of the others.
FitSettings settings(const OilPaints& oils) {
    FitSettings how;
    how.band_weights = band_weights();
    for (const std::string& name : oils.names)
        how.kin.push_back(name.starts_with("Eosin") ? 0 : 1);
    return how;
}

Lab lab_of_bands(const std::vector<double>& reflectance) {
    Spectrum spectrum{};
    for (size_t band = 0; band < spectrum.size(); ++band) {
        const size_t measured = std::clamp<size_t>(band, kFirstBand, kFirstBand + kMeasuredBands - 1);
        spectrum[band] = static_cast<float>(reflectance[measured - kFirstBand]);
    }
    return lab_of(seen_under(spectrum, Illuminant::D65), kWhiteD65);
}

/// Colour differences of a film over black and over white.
std::vector<double> misses(const FittedPaints& paints, const Drawdown& film, Known known,
                           const FitSettings& how) {
    const auto seen = predicted_film(paints, film, film_state(paints, film, known, how));
    return {delta_e_2000(lab_of_bands(seen[0]), lab_of_bands(film.film[0])),
            delta_e_2000(lab_of_bands(seen[1]), lab_of_bands(film.film[1]))};
}

bool is_mixture(const Drawdown& film) {
    return std::count_if(film.shares.begin(), film.shares.end(), [](double s) { return s > 0.0; }) > 1;
}

struct Row {
    const char* what;
    Known known;
};
constexpr Row kRows[] = {{"nothing", Known::Nothing},
                         {"its thickness", Known::Thickness},
                         {"its thickness and gleam", Known::ThicknessAndGleam}};

/// Whether hardly anything of the card shows through.
bool hides(const Drawdown& film) {
    double difference = 0.0;
    for (size_t band = 0; band < kMeasuredBands; ++band)
        difference += std::fabs(film.film[1][band] - film.film[0][band]);
    return difference < 0.01 * kMeasuredBands;
}

/// What one film missed by, in every row.
struct Foretold {
    const Drawdown* film;
    std::vector<double> misses[3];
};

template <typename Counts>
void print_rows(const char* title, const std::vector<Foretold>& foretold, const Counts& counts) {
    std::printf("%s\n", title);
    for (size_t row = 0; row < 3; ++row) {
        std::vector<double> all;
        for (const Foretold& one : foretold)
            if (counts(*one.film))
                all.insert(all.end(), one.misses[row].begin(), one.misses[row].end());
        std::sort(all.begin(), all.end());
        double sum = 0.0;
        for (double miss : all)
            sum += miss;
        const auto rank = static_cast<size_t>(std::ceil(0.95 * static_cast<double>(all.size()))) - 1;
        std::printf("  %-26s mean %5.2f   median %5.2f   95th percentile %5.2f\n", kRows[row].what,
                    sum / static_cast<double>(all.size()), all[all.size() / 2], all[rank]);
    }
}

/// Leaves out every tint and shade in turn, and foretells it from the others.
int predict(const std::string& folder) {
    const OilPaints oils = read_oil_paints(folder);
    const FitSettings how = settings(oils);
    std::vector<Foretold> foretold;
    for (const Drawdown& film : oils.films)
        if (is_mixture(film))
            foretold.push_back({&film, {}});
    ThreadPool().parallel_for(foretold.size(), [&](size_t k) {
        std::vector<Drawdown> others;
        for (const Drawdown& film : oils.films)
            if (&film != foretold[k].film)
                others.push_back(film);
        const FittedPaints paints = fit_paints(others, static_cast<int>(oils.names.size()), how);
        for (size_t row = 0; row < 3; ++row)
            foretold[k].misses[row] = misses(paints, *foretold[k].film, kRows[row].known, how);
    });
    std::printf(
        "%zu films of %zu oil paints; each of %zu tints and shades foretold from the other films,\n"
        "over black and over white: CIEDE2000, D65, by what is known of the film itself\n",
        oils.films.size(), oils.names.size(), foretold.size());
    print_rows("All of them:", foretold, [](const Drawdown&) { return true; });
    print_rows("Those that hide their card:", foretold, hides);
    std::printf("Each of them, over black and over white:\n");
    for (const Foretold& one : foretold) {
        std::printf("  %-4s", one.film->name.c_str());
        for (const auto& pair : one.misses)
            std::printf("   %5.2f %5.2f", pair[0], pair[1]);
        std::printf("\n");
    }
    return 0;
}

/// The thickness of the reconstructed paints' films is not told. Lead white hides about 5.8 times less than
/// titanium white of the same volume (from the hiding powers in the Pigment Handbook, ed. T. C. Patton,
/// 1973), which makes them 0.19 mm; and titanium white of artists' strength scatters about so much, per
/// millimetre.
constexpr double kFilmMm = 0.19, kTitaniumScattering = 250.0;

void print_spectrum(const std::vector<double>& values, double scale) {
    std::printf(" {");
    for (size_t band = 0; band < kBands; ++band) {
        // Beyond what was measured the last band goes on.
        const size_t at =
            values.size() == kBands
                ? band
                : std::clamp<size_t>(band, kFirstBand, kFirstBand + kMeasuredBands - 1) - kFirstBand;
        std::printf("%s%.4g", band == 0 ? "" : band % 10 == 0 ? ",\n  " : ", ", scale * values[at]);
    }
    std::printf("}");
}

void print_pigment(const std::string& name, const std::string& index, const char* source,
                   const std::vector<double>& absorption, const std::vector<double>& scattering,
                   double scale) {
    std::printf("{\"%s\", \"%s\", \"%s\",\n", name.c_str(), index.c_str(), source);
    print_spectrum(absorption, scale);
    std::printf(",\n");
    print_spectrum(scattering, scale);
    std::printf("},\n");
}

/// "CadmiumRedLight" as one says it: "Cadmium Red Light".
std::string spaced(const std::string& name) {
    std::string words;
    for (char letter : name) {
        if (!words.empty() && std::isupper(static_cast<unsigned char>(letter)))
            words += ' ';
        words += letter;
    }
    return words;
}

/// The oil paints that painters used as they come, by their names in the measurements.
struct OilName {
    const char* measured;
    const char* name;
    const char* index;
};
constexpr OilName kOilNames[] = {{"LeadWhite", "Lead White", "PW1"},
                                 {"ZincWhite", "Zinc White", "PW4"},
                                 {"ChromeYellow", "Chrome Yellow", "PY34"},
                                 {"ChromeYellowOtero", "Chrome Yellow Light", "PY34"},
                                 {"Minium", "Red Lead", "PR105"},
                                 {"Vermillion", "Vermilion", "PR106"},
                                 {"Eosin2PbWax", "Geranium Lake", "PR90"},
                                 {"Cochineal", "Cochineal Lake", "NR4"},
                                 {"UltramarineBlue", "French Ultramarine", "PB29"},
                                 {"CobaltBlue", "Cobalt Blue in Oil", "PB28"},
                                 {"PrussianBlue", "Prussian Blue", "PB27"},
                                 {"ViridianGreen", "Viridian", "PG18"},
                                 {"EmeraldGreen", "Emerald Green", "PG21"},
                                 {"BoneBlack", "Bone Black in Oil", "PBk9"}};

int table(const std::string& folder) {
    std::printf("// Made by bench/pigments table; see measured_pigments.h for what it holds.\n");
    const std::vector<std::string> lines = lines_of(folder + "/artist-paints-ks.csv");
    for (size_t i = 1; i + 1 < lines.size(); i += 2) {
        const std::vector<std::string> k = split(lines[i], ','), s = split(lines[i + 1], ',');
        std::vector<double> absorption, scattering;
        for (size_t band = 0; band < kBands; ++band) {
            absorption.push_back(std::stod(k.at(3 + band)));
            scattering.push_back(std::stod(s.at(3 + band)));
        }
        print_pigment(spaced(k[0]), k[1], "heavy body", absorption, scattering, kTitaniumScattering);
    }
    const OilPaints oils = read_oil_paints(folder);
    const FittedPaints paints = fit_paints(oils.films, static_cast<int>(oils.names.size()), settings(oils));
    for (const OilName& oil : kOilNames) {
        const auto at = static_cast<size_t>(std::find(oils.names.begin(), oils.names.end(), oil.measured) -
                                            oils.names.begin());
        print_pigment(oil.name, oil.index, "oil", paints.absorption.at(at), paints.scattering.at(at),
                      1.0 / kFilmMm);
    }
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string task = count > 1 ? words[1] : "";
    try {
        if (task == "predict" && count == 3)
            return predict(words[2]);
        if (task == "table" && count == 3)
            return table(words[2]);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "pigments: %s\n", fault.what());
        return 1;
    }
    std::fprintf(stderr, "usage: pigments predict|table FOLDER\n");
    return 2;
}
