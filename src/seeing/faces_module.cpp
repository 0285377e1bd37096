#include "seeing/faces_module.h"

#include "base/load_module.h"

namespace allaprima {

Result<const FacesModule*> faces_module() {
    return load_module_as<FacesModule>({.name = "faces",
                                        .identity = ALLAPRIMA_FACES_IDENTITY,
                                        .needed_by = "faces and cut-outs need",
                                        .otherwise = "give the figure as a mask"});
}

}  // namespace allaprima
