# The readers on their seeds and on what the fuzzers found (./dev fuzz).
meshscope_add_test(NAME fuzz SOURCES fuzz/catalogs.cpp fuzz/looking.h fuzz/readers.cpp fuzz/readers.h fuzz/samples.cpp
    fuzz/texts.cpp fuzz/tst_readers.cpp LIBRARIES Qt6::Network)
