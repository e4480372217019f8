# The readers on their seeds and on what the fuzzers found (./dev fuzz).
meshscope_add_test(NAME fuzz SOURCES fuzz/catalogs.cpp fuzz/looking.h fuzz/readers.cpp fuzz/readers.h fuzz/samples.cpp
    fuzz/texts.cpp fuzz/tst_readers.cpp LIBRARIES Qt6::Network)

# "fuzz_replay <reader> <file>…" reads what a fuzzer left. It links just what the fuzzers link, so that a reader that is
# split cannot leave them unbuildable unseen.
include(${CMAKE_CURRENT_LIST_DIR}/answers.cmake)
string(REPLACE ";" "|" fuzzed_objects "${fuzzed_answers}")
string(REPLACE "models/" "/" fuzzed_objects "${fuzzed_objects}")
string(REPLACE "." "[.]" fuzzed_objects "${fuzzed_objects}")
set(fuzzed_objects "(/formats/[^/]*|/mesh/(address|kind|records)[.]cpp|${fuzzed_objects})[.]o$")
add_executable(fuzz_replay fuzz/replay.cpp $<FILTER:$<TARGET_OBJECTS:tst_fuzz>,EXCLUDE,tst_readers|main_core|mocs_compilation|/support/>
    $<FILTER:$<TARGET_OBJECTS:meshscope_models>,INCLUDE,${fuzzed_objects}>)
target_link_libraries(fuzz_replay PRIVATE meshscope_options Qt6::Core Qt6::Concurrent Qt6::Network tl::expected OpenSSL::Crypto
    SQLite::SQLite3 simdjson::simdjson PkgConfig::yaml PkgConfig::zstd ZLIB::ZLIB)
