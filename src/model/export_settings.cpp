#include "model/export_settings.h"

#include "model/declared_settings.h"
#include "model/export_fields.h"

namespace allaprima {

const std::vector<ExportSetting>& export_settings() {
    static const std::vector<ExportSetting> all = settings_of_fields<ExportSettings>();
    return all;
}

}  // namespace allaprima
