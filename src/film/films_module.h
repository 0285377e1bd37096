#pragma once
#include <memory>

#include "base/result.h"
#include "film/film_writer.h"

namespace allaprima {

/// What allaprima-films.so offers: films, by libav.
class FilmsModule {
  public:
    /// @return an error where this libav lacks the encoder, where the encoder refuses the size, and where the
    ///         file cannot be written.
    virtual Result<std::unique_ptr<FilmWriter>> open_film(const FilmOrder& order) const = 0;

  protected:
    ~FilmsModule() = default;
};

/// An error where the module is not installed.
Result<const FilmsModule*> films_module();

/// Whether it is installed.
Status films_available();

}  // namespace allaprima
