#pragma once
#include <memory>

#include "base/result.h"
#include "film/film_writer.h"
#include "film/footage.h"

namespace allaprima {

/// What allaprima-films.so offers: films, by libav.
class FilmsModule {
  public:
    /// @return an error where this libav lacks the encoder, where the encoder refuses the size, and where the
    ///         file cannot be written.
    virtual Result<std::unique_ptr<FilmWriter>> open_film(const FilmOrder& order) const = 0;

    /// Opens a film to be read. An error where it is none, and where it is of a kind or size that is not
    /// read.
    virtual Result<std::unique_ptr<Footage>> open_footage(const std::string& path) const = 0;

  protected:
    ~FilmsModule() = default;
};

/// An error where the module is not installed.
Result<const FilmsModule*> films_module();

/// Whether it is installed.
Status films_available();

}  // namespace allaprima
