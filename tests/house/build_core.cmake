# Builds the core in BUILD_DIR with every library hidden from CMake that the core must not need, and reads
# off the libraries that its folders link. Nothing of it is run, so it is neither optimised nor debugged.
set(hidden)
foreach(package OpenImageIO dlib fmt CLI11 nlohmann_json SQLite3 OpenSSL OpenCV)
  list(APPEND hidden -DCMAKE_DISABLE_FIND_PACKAGE_${package}=ON)
endforeach()

execute_process(
  COMMAND ${CMAKE_COMMAND} -S ${SOURCE_DIR} -B ${BUILD_DIR} -G Ninja -DCMAKE_BUILD_TYPE=None
          -DALLAPRIMA_IO=OFF -DALLAPRIMA_FACES=OFF -DALLAPRIMA_TESTS=OFF
          -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} --graphviz=${BUILD_DIR}/links.dot ${hidden}
  COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} --build ${BUILD_DIR} COMMAND_ERROR_IS_FATAL ANY)

file(STRINGS ${BUILD_DIR}/links.dot nodes REGEX "label = ")
foreach(node ${nodes})
  if(node MATCHES "OpenImageIO|dlib|lcms|sqlite|crypto|heif|jpeg|opencv")
    message(FATAL_ERROR "the core links more than Highway, oneTBB and Eigen: ${node}")
  endif()
endforeach()
