#include "film/films_module.h"

#include "base/load_module.h"

namespace allaprima {

Result<const FilmsModule*> films_module() {
    return load_module_as<FilmsModule>({.name = "films",
                                        .identity = ALLAPRIMA_FILMS_IDENTITY,
                                        .needed_by = "films need",
                                        .otherwise = "choose another ending"});
}

Status films_available() {
    const Result<const FilmsModule*> films = films_module();
    return films ? Status(Done{}) : Status(films.error());
}

}  // namespace allaprima
