// A library that is no module, for load_module_test.cpp.
