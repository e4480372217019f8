# The readers on their seeds and on what the fuzzers found (./dev fuzz).
meshscope_add_test(NAME fuzz SOURCES fuzz/tst_readers.cpp fuzz/readers.cpp fuzz/readers.h LIBRARIES Qt6::Network)
