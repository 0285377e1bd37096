// What allaprima-films.so shows to the program.

#include "base/module_entry.h"
#include "film/films_module.h"
#include "film/films_module/av_film_writer.h"
#include "film/films_module/av_footage.h"

namespace allaprima {
namespace {

class AvFilms final : public FilmsModule {
  public:
    Result<std::unique_ptr<FilmWriter>> open_film(const FilmOrder& order) const override {
        return AvFilmWriter::create(order);
    }
    Result<std::unique_ptr<Footage>> open_footage(const std::string& path) const override {
        return AvFootage::open(path);
    }
};

const AvFilms films;
const ModuleEntry films_entry{ALLAPRIMA_FILMS_IDENTITY, static_cast<const FilmsModule*>(&films)};

}  // namespace
}  // namespace allaprima

ALLAPRIMA_MODULE_FUNCTION const allaprima::ModuleEntry* allaprima_module() {
    return &allaprima::films_entry;
}
