# Modules: parts of the program that are loaded when they are first used, by base/load_module.

# All headers of ours that a header includes, and itself, as paths in src/.
function(allaprima_headers_of header result)
  set(pending ${header})
  set(found "")
  while(pending)
    list(POP_FRONT pending file)
    if(file IN_LIST found)
      continue()
    endif()
    list(APPEND found ${file})
    file(STRINGS ${CMAKE_SOURCE_DIR}/src/${file} lines REGEX "^#include \"")
    foreach(line ${lines})
      string(REGEX REPLACE "^#include \"([^\"]*)\".*" "\\1" included ${line})
      list(APPEND pending ${included})
    endforeach()
  endwhile()
  list(SORT found)
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# The version and a digest of all that a module and the program must agree on: the headers of what they hand each
# other, and how they are compiled.
function(allaprima_module_identity header result)
  allaprima_headers_of(${header} headers)
  set(agreed "${CMAKE_CXX_COMPILER_ID} ${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_BUILD_TYPE} ${CMAKE_CXX_FLAGS}")
  foreach(file ${headers})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${file})
    file(SHA256 ${CMAKE_SOURCE_DIR}/src/${file} digest)
    string(APPEND agreed " ${digest}")
  endforeach()
  string(SHA256 digest "${agreed}")
  string(SUBSTRING ${digest} 0 12 digest)
  set(${result} "${PROJECT_VERSION}-${digest}" PARENT_SCOPE)
endfunction()

# The module NAME of the folder that calls this, if the option ALLAPRIMA_<NAME> is on. NAME_module.h is its interface,
# NAME_module.cpp loads it and belongs to the folder's library, NAME_module/ holds what it is made of.
#   allaprima_module(NAME LINK libraries…)
function(allaprima_module name)
  cmake_parse_arguments(ARG "" "" "LINK" ${ARGN})
  string(TOUPPER ${name} option)
  get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
  allaprima_module_identity(${folder}/${name}_module.h identity)
  set_source_files_properties(${name}_module.cpp ${name}_module/${name}.cpp PROPERTIES
                              COMPILE_DEFINITIONS ALLAPRIMA_${option}_IDENTITY="${identity}")
  if(NOT ALLAPRIMA_${option})
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${name}_module/*.cpp)
  set(module allaprima-${name})
  # A promise that is broken in a module stops the program, too.
  add_library(${module} MODULE ${sources} ${CMAKE_SOURCE_DIR}/src/base/check.cpp)
  target_include_directories(${module} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${module} PRIVATE ${ARG_LINK})
  # It shows its one function and nothing else, so that nothing of the program's can be taken for its own.
  target_link_options(${module} PRIVATE -Wl,--version-script=${CMAKE_SOURCE_DIR}/cmake/module.map)
  set_target_properties(${module} PROPERTIES
                        PREFIX ""
                        LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/allaprima
                        CXX_VISIBILITY_PRESET hidden
                        VISIBILITY_INLINES_HIDDEN ON
                        LINK_DEPENDS ${CMAKE_SOURCE_DIR}/cmake/module.map)
endfunction()

# Has a program's modules built with it.
#   allaprima_uses_modules(TARGET names…)
function(allaprima_uses_modules target)
  foreach(name ${ARGN})
    if(TARGET ${target} AND TARGET allaprima-${name})
      add_dependencies(${target} allaprima-${name})
    endif()
  endforeach()
endfunction()
