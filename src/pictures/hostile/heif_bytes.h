#pragma once
#include <string>

namespace allaprima::testing {

/// A HEIF of one picture (ISO/IEC 23008-12), box by box.

std::string heif_box(const std::string& name, const std::string& payload);

/// A coded picture of 32 x 16 pixels, whose left half is (140, 100, 60) and whose right half is (60, 120,
/// 139), encoded once by libaom and by x265.
struct CodedPicture {
    std::string brand, item, configuration_box;
    std::string configuration, data;
    bool padded = false;  ///< Coded as 64 x 64, of which 32 x 16 count.
};
CodedPicture coded_in_av1();
CodedPicture coded_in_hevc();
CodedPicture coded_in_hevc_of_ten_bits();

/// @param properties boxes, such as colr or irot, that belong to the picture beside its size and
/// configuration.
std::string heif_file(const CodedPicture& picture, const std::string& properties);

/// A colr box of code points.
std::string nclx_box(int primaries, int transfer, int matrix);

}  // namespace allaprima::testing
