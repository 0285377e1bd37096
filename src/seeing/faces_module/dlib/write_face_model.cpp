// Writes what the detector of faces knows as a C++ source, which is built into the module:
//   write_face_model FILE
#include <fstream>

#include "seeing/faces_module/dlib/dlib_detector.h"

int main(int count, char** words) {
    if (count != 2)
        return 2;
    std::ofstream out(words[1]);
    out << "#include \"seeing/faces_module/face_model.h\"\n"
           "namespace allaprima {\n"
           "namespace {\n"
           "constexpr unsigned char kBytes[] = {";
    const std::string model = allaprima::unpacked_face_model();
    for (size_t i = 0; i < model.size(); ++i)
        out << (i % 32 == 0 ? "\n" : "") << static_cast<int>(static_cast<unsigned char>(model[i])) << ',';
    out << "};\n"
           "}\n"
           "std::string_view face_model() { return {reinterpret_cast<const char*>(kBytes), sizeof kBytes}; "
           "}\n"
           "}\n";
    return out.flush() ? 0 : 1;
}
