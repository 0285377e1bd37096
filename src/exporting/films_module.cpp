#include "exporting/films_module.h"

#include "base/load_module.h"

namespace allaprima {

Result<const FilmsModule*> films_module() {
    return load_module_as<FilmsModule>({.name = "films",
                                        .identity = ALLAPRIMA_FILMS_IDENTITY,
                                        .needed_by = "films need",
                                        .otherwise = "choose another ending"});
}

}  // namespace allaprima
