#include "pigment/fit_pigments.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "pigment/kubelka_munk.h"

namespace allaprima {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kLeastReflectance = 1e-5, kLeastInside = 1e-4;
/// What is expected of K and S before anything is known: of the order of a film that half hides.
const double kUsualAbsorption = std::log(0.3), kUsualScattering = std::log(2.0);
constexpr double kThinnest = 0.3, kThickest = 3.0, kMostGleam = 0.07, kMostLogDensity = 2.0;
constexpr int kBackgrounds = 2;

double encoded(double reflectance) {
    return std::cbrt(std::max(reflectance, kLeastReflectance));
}

/// A film's optical share: K and S of its mixture in one band.
struct Optics {
    double absorption, scattering;
};

double seen_film(const Optics& optics, double thickness, double gleam, double inner, double beneath) {
    const Surface<double> surface{gleam, inner};
    return surface.seen(film_reflectance(optics.absorption, optics.scattering, thickness, beneath));
}

double beneath_of(double card, double card_gleam, double inner) {
    return std::max(Surface<double>{card_gleam, inner}.inside(card), kLeastInside);
}

/// Shares by volume.
VectorXd volumes(const std::vector<double>& shares, const VectorXd& log_density) {
    VectorXd volume(log_density.size());
    for (Index p = 0; p < volume.size(); ++p)
        volume[p] = shares[static_cast<size_t>(p)] * std::exp(-log_density[p]);
    return volume / volume.sum();
}

/// The paint that a mixture holds least of, the one most easily weighed wrong; −1 when it is no mixture.
Index smallest_part(const std::vector<double>& shares) {
    Index smallest = -1, parts = 0;
    for (size_t p = 0; p < shares.size(); ++p) {
        if (shares[p] <= 0.0)
            continue;
        ++parts;
        if (smallest < 0 || shares[p] < shares[static_cast<size_t>(smallest)])
            smallest = static_cast<Index>(p);
    }
    return parts > 1 ? smallest : -1;
}

/// What shares by volume act as.
VectorXd effective(VectorXd volume, const VectorXd& dilution) {
    for (Index p = 0; p < volume.size(); ++p)
        if (volume[p] > 0.0)
            volume[p] *= std::pow(volume[p], dilution[p]);
    return volume;
}

/// Everything that is fitted. Of each band: the logarithms of all K, then of all S. Of all bands together:
/// the logarithms of the densities, those of the films' thicknesses, their gleams, the logarithms of how much
/// more of its smallest part each holds than was weighed, and what kin have in dilution.
struct Unknowns {
    std::vector<VectorXd> bands;
    VectorXd common;
};

class Problem {
  public:
    Problem(std::span<const Drawdown> films, int paints, const FitSettings& settings)
        : films_(films),
          paints_(paints),
          count_(static_cast<Index>(films.size())),
          bands_(films.front().film[0].size()),
          settings_(settings),
          kin_(settings.kin.empty() ? std::vector<int>(static_cast<size_t>(paints)) : settings.kin),
          kinds_(1 + *std::max_element(kin_.begin(), kin_.end())) {
        for (size_t band = 0; band < bands_; ++band) {
            std::vector<double> beneath, wanted;
            for (const Drawdown& film : films)
                for (size_t side = 0; side < kBackgrounds; ++side) {
                    beneath.push_back(beneath_of(film.card[side][band], settings.card_gleam, settings.inner));
                    wanted.push_back(encoded(film.film[side][band]));
                }
            beneath_.push_back(std::move(beneath));
            wanted_.push_back(std::move(wanted));
        }
    }

    Unknowns expected() const {
        VectorXd band(2 * paints_);
        band << VectorXd::Constant(paints_, kUsualAbsorption), VectorXd::Constant(paints_, kUsualScattering);
        return {std::vector<VectorXd>(bands_, band), usual_common()};
    }

    double cost(const Unknowns& at) const {
        double sum = 0.0;
        for (size_t band = 0; band < bands_; ++band) {
            sum += residuals(at, band).squaredNorm();
            sum += optics_precision() * (at.bands[band] - expected_band()).squaredNorm();
        }
        const VectorXd stray = at.common - usual_common();
        return sum + (common_precision().array() * stray.array().square()).sum();
    }

    /// One step of Gauss and Newton's method, held back by `damping`. With `common_fixed` only K and S move.
    Unknowns stepped(const Unknowns& from, double damping, bool common_fixed) const {
        const Index commons = from.common.size();
        MatrixXd schur = common_precision().asDiagonal();
        VectorXd slope = common_precision().cwiseProduct(from.common - usual_common());
        VectorXd curvature = schur.diagonal();
        std::vector<MatrixXd> solved(bands_);
        for (size_t band = 0; band < bands_; ++band) {
            const Slopes slopes = slopes_of(from, band);
            MatrixXd hessian = slopes.by_band.transpose() * slopes.by_band;
            hessian.diagonal().array() += optics_precision() + damping;
            const VectorXd gradient = slopes.by_band.transpose() * slopes.residuals +
                                      optics_precision() * (from.bands[band] - expected_band());
            MatrixXd sides(2 * paints_, commons + 1);
            sides << slopes.by_band.transpose() * slopes.by_common, gradient;
            solved[band] = hessian.llt().solve(sides);
            if (common_fixed)
                continue;
            const MatrixXd own = slopes.by_common.transpose() * slopes.by_common;
            curvature += own.diagonal();
            schur += own - sides.leftCols(commons).transpose() * solved[band].leftCols(commons);
            slope += slopes.by_common.transpose() * slopes.residuals -
                     sides.leftCols(commons).transpose() * solved[band].col(commons);
        }
        Unknowns to = from;
        VectorXd move = VectorXd::Zero(commons);
        if (!common_fixed) {
            schur.diagonal() += damping * curvature;
            move = -schur.ldlt().solve(slope);
            to.common = confined(from.common + move.cwiseMax(-0.5).cwiseMin(0.5));
        }
        for (size_t band = 0; band < bands_; ++band) {
            const VectorXd own = -solved[band].col(commons) - solved[band].leftCols(commons) * move;
            to.bands[band] += own.cwiseMax(-1.0).cwiseMin(1.0);
        }
        return to;
    }

    FittedPaints paints(const Unknowns& at) const {
        FittedPaints fitted;
        fitted.inner = settings_.inner;
        fitted.card_gleam = settings_.card_gleam;
        for (Index p = 0; p < paints_; ++p) {
            auto& absorption = fitted.absorption.emplace_back();
            auto& scattering = fitted.scattering.emplace_back();
            for (size_t band = 0; band < bands_; ++band) {
                absorption.push_back(std::exp(at.bands[band][p]));
                scattering.push_back(std::exp(at.bands[band][paints_ + p]));
            }
            fitted.density.push_back(std::exp(at.common[p]));
            fitted.dilution.push_back(at.common[dilution_of(p)]);
        }
        return fitted;
    }

  private:
    struct Slopes {
        VectorXd residuals;
        MatrixXd by_band, by_common;
    };

    /// Columns of the common unknowns.
    Index thickness_of(Index film) const { return paints_ + film; }
    Index gleam_of(Index film) const { return paints_ + count_ + film; }
    Index weighing_of(Index film) const { return paints_ + 2 * count_ + film; }
    Index dilution_of(Index paint) const { return paints_ + 3 * count_ + kin_[static_cast<size_t>(paint)]; }

    VectorXd expected_band() const {
        VectorXd band(2 * paints_);
        band << VectorXd::Constant(paints_, kUsualAbsorption), VectorXd::Constant(paints_, kUsualScattering);
        return band;
    }
    /// A vector of all the common unknowns, from one number for each sort.
    VectorXd common_of(double density, double thickness, double gleam, double weighing,
                       double dilution) const {
        VectorXd common(paints_ + 3 * count_ + kinds_);
        common << VectorXd::Constant(paints_, density), VectorXd::Constant(count_, thickness),
            VectorXd::Constant(count_, gleam), VectorXd::Constant(count_, weighing),
            VectorXd::Constant(kinds_, dilution);
        return common;
    }
    VectorXd usual_common() const {
        return common_of(0.0, std::log(settings_.usual.thickness), settings_.usual.gleam, 0.0, 0.0);
    }
    VectorXd common_precision() const {
        const FitSettings& s = settings_;
        return common_of(s.density_spread, s.thickness_spread, s.gleam_spread, s.weighing_spread,
                         s.dilution_spread)
            .unaryExpr([&](double spread) { return std::pow(settings_.noise / spread, 2.0); });
    }
    double optics_precision() const { return std::pow(settings_.noise / settings_.optics_spread, 2.0); }
    VectorXd confined(VectorXd common) const {
        for (Index p = 0; p < paints_; ++p)
            common[p] = std::clamp(common[p], -kMostLogDensity, kMostLogDensity);
        for (Index f = 0; f < count_; ++f) {
            common[thickness_of(f)] =
                std::clamp(common[thickness_of(f)], std::log(kThinnest), std::log(kThickest));
            common[gleam_of(f)] = std::clamp(common[gleam_of(f)], 0.0, kMostGleam);
        }
        return common;
    }
    double weight(size_t band) const {
        return settings_.band_weights.empty() ? 1.0 : settings_.band_weights[band];
    }

    Optics optics_of(const VectorXd& volume, const VectorXd& band) const {
        Optics sum{0.0, 0.0};
        for (Index p = 0; p < paints_; ++p) {
            if (volume[p] == 0.0)
                continue;
            sum.absorption += volume[p] * std::exp(band[p]);
            sum.scattering += volume[p] * std::exp(band[paints_ + p]);
        }
        return sum;
    }

    VectorXd volumes_of(Index film, const Unknowns& at) const {
        std::vector<double> shares = films_[static_cast<size_t>(film)].shares;
        if (const Index part = smallest_part(shares); part >= 0)
            shares[static_cast<size_t>(part)] *= std::exp(at.common[weighing_of(film)]);
        return volumes(shares, at.common.head(paints_));
    }
    VectorXd dilutions(const Unknowns& at) const {
        VectorXd dilution(paints_);
        for (Index p = 0; p < paints_; ++p)
            dilution[p] = at.common[dilution_of(p)];
        return dilution;
    }

    VectorXd residuals(const Unknowns& at, size_t band) const {
        VectorXd result(kBackgrounds * count_);
        for (Index f = 0; f < count_; ++f) {
            const Optics optics = optics_of(effective(volumes_of(f, at), dilutions(at)), at.bands[band]);
            for (Index side = 0; side < kBackgrounds; ++side)
                result[kBackgrounds * f + side] = residual(optics, at, f, side, band);
        }
        return result;
    }

    double residual(const Optics& optics, const Unknowns& at, Index film, Index side, size_t band) const {
        const auto row = static_cast<size_t>(kBackgrounds * film + side);
        const double seen = seen_film(optics, std::exp(at.common[thickness_of(film)]),
                                      at.common[gleam_of(film)], settings_.inner, beneath_[band][row]);
        return weight(band) * (encoded(seen) - wanted_[band][row]);
    }

    /// The film's own derivatives are differences; those by the paints follow by the chain rule, because K
    /// and S are sums over the paints.
    Slopes slopes_of(const Unknowns& at, size_t band) const {
        constexpr double kStep = 1e-5;
        Slopes slopes{residuals(at, band), MatrixXd::Zero(kBackgrounds * count_, 2 * paints_),
                      MatrixXd::Zero(kBackgrounds * count_, at.common.size())};
        const VectorXd& own = at.bands[band];
        for (Index f = 0; f < count_; ++f) {
            const VectorXd volume = volumes_of(f, at), amount = effective(volume, dilutions(at));
            const Index part = smallest_part(films_[static_cast<size_t>(f)].shares);
            const Optics optics = optics_of(amount, own);
            Unknowns thicker = at, glossier = at;
            thicker.common[thickness_of(f)] += kStep;
            glossier.common[gleam_of(f)] += kStep;
            const Optics darker{optics.absorption * (1.0 + kStep), optics.scattering};
            const Optics milkier{optics.absorption, optics.scattering * (1.0 + kStep)};
            for (Index side = 0; side < kBackgrounds; ++side) {
                const Index row = kBackgrounds * f + side;
                auto by = [&](const Optics& o, const Unknowns& u) {
                    return (residual(o, u, f, side, band) - slopes.residuals[row]) / kStep;
                };
                const double by_k = by(darker, at), by_s = by(milkier, at);
                for (Index p = 0; p < paints_; ++p) {
                    if (volume[p] == 0.0)
                        continue;
                    const double k_share = amount[p] * std::exp(own[p]) / optics.absorption;
                    const double s_share = amount[p] * std::exp(own[paints_ + p]) / optics.scattering;
                    slopes.by_band(row, p) = by_k * k_share;
                    slopes.by_band(row, paints_ + p) = by_s * s_share;
                    // A denser paint takes less of the volume, and leaves more to the others.
                    const double by_volume = by_k * (k_share - volume[p]) + by_s * (s_share - volume[p]);
                    slopes.by_common(row, p) = -by_volume;
                    if (p == part)
                        slopes.by_common(row, weighing_of(f)) = by_volume;
                    slopes.by_common(row, dilution_of(p)) +=
                        std::log(volume[p]) * (by_k * k_share + by_s * s_share);
                }
                slopes.by_common(row, thickness_of(f)) = by(optics, thicker);
                slopes.by_common(row, gleam_of(f)) = by(optics, glossier);
            }
        }
        return slopes;
    }

    std::span<const Drawdown> films_;
    Index paints_, count_;
    size_t bands_;
    const FitSettings& settings_;
    std::vector<int> kin_;
    Index kinds_;
    std::vector<std::vector<double>> beneath_, wanted_;  ///< By band; then film by film, black before white.
};

/// Goes downhill until hardly anything is left to gain.
void descend(const Problem& problem, Unknowns& at, int most_steps, bool common_fixed) {
    constexpr double kEnough = 1e-5, kLeastDamping = 1e-7;
    constexpr int kTrials = 10;
    double cost = problem.cost(at), damping = 1e-2;
    for (int step = 0; step < most_steps; ++step) {
        bool better = false;
        const double before = cost;
        for (int trial = 0; trial < kTrials && !better; ++trial) {
            Unknowns next = problem.stepped(at, damping, common_fixed);
            const double next_cost = problem.cost(next);
            better = next_cost < cost;
            damping = better ? std::max(0.3 * damping, kLeastDamping) : 4.0 * damping;
            if (better) {
                at = std::move(next);
                cost = next_cost;
            }
        }
        if (!better || before - cost < kEnough * cost)
            return;
    }
}

}  // namespace

FittedPaints fit_paints(std::span<const Drawdown> films, int paints, const FitSettings& settings) {
    ALLAPRIMA_CHECK(!films.empty() && paints >= 1);
    for (const Drawdown& film : films)
        ALLAPRIMA_CHECK(film.shares.size() == static_cast<size_t>(paints) &&
                        film.film[0].size() == films.front().film[0].size());
    const Problem problem(films, paints, settings);
    Unknowns at = problem.expected();
    descend(problem, at, settings.most_steps / 2, true);
    descend(problem, at, settings.most_steps, false);
    return problem.paints(at);
}

std::array<std::vector<double>, 2> predicted_film(const FittedPaints& paints, const Drawdown& film,
                                                  const FilmState& state) {
    const auto count = static_cast<Index>(paints.density.size());
    const VectorXd density = Eigen::Map<const VectorXd>(paints.density.data(), count);
    const VectorXd dilution = Eigen::Map<const VectorXd>(paints.dilution.data(), count);
    const VectorXd amount = effective(volumes(film.shares, density.array().log()), dilution);
    std::array<std::vector<double>, 2> seen;
    for (size_t band = 0; band < film.card[0].size(); ++band) {
        Optics optics{0.0, 0.0};
        for (size_t p = 0; p < paints.density.size(); ++p) {
            optics.absorption += amount[static_cast<Index>(p)] * paints.absorption[p][band];
            optics.scattering += amount[static_cast<Index>(p)] * paints.scattering[p][band];
        }
        for (size_t side = 0; side < kBackgrounds; ++side)
            seen[side].push_back(
                seen_film(optics, state.thickness, state.gleam, paints.inner,
                          beneath_of(film.card[side][band], paints.card_gleam, paints.inner)));
    }
    return seen;
}

FilmState film_state(const FittedPaints& paints, const Drawdown& film, Known known,
                     const FitSettings& settings) {
    constexpr int kThicknesses = 61, kGleams = 36;
    const int thicknesses = known == Known::Nothing ? 1 : kThicknesses;
    const int gleams = known == Known::ThicknessAndGleam ? kGleams : 1;
    FilmState best = settings.usual;
    double least = 1e300;
    for (int i = 0; i < thicknesses; ++i)
        for (int j = 0; j < gleams; ++j) {
            FilmState state = settings.usual;
            const double stray = thicknesses == 1
                                     ? 0.0
                                     : std::log(kThinnest) + (std::log(kThickest) - std::log(kThinnest)) * i /
                                                                 (thicknesses - 1);
            state.thickness *= std::exp(stray);
            if (gleams > 1)
                state.gleam = kMostGleam * j / (gleams - 1);
            const auto seen = predicted_film(paints, film, state);
            double cost =
                std::pow(settings.noise * stray / settings.thickness_spread, 2.0) +
                std::pow(settings.noise * (state.gleam - settings.usual.gleam) / settings.gleam_spread, 2.0);
            for (size_t side = 0; side < kBackgrounds; ++side)
                for (size_t band = 0; band < seen[side].size(); ++band) {
                    const double weight = settings.band_weights.empty() ? 1.0 : settings.band_weights[band];
                    cost +=
                        std::pow(weight * (encoded(seen[side][band]) - encoded(film.film[side][band])), 2.0);
                }
            if (cost < least) {
                least = cost;
                best = state;
            }
        }
    return best;
}

}  // namespace allaprima
