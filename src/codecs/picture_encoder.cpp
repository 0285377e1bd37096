#include "codecs/picture_encoder.h"

#include <cstring>

namespace allaprima {

Error encoding_failure(int failure, const std::string& told) {
    return {failure != 0   ? std::strerror(failure)
            : told.empty() ? "the encoder gives no reason"
                           : told.substr(0, told.find('\n'))};
}

}  // namespace allaprima
