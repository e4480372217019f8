# All that the preset "fuzz" builds (clang): one program, called fuzz_<reader> for each reader of
# readers.cpp.
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "the fuzzers need clang: ./dev fuzz")
endif()
set(fuzzing -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
set(CMAKE_AUTOMOC OFF)
set(CMAKE_AUTORCC OFF)
add_library(meshscope_models STATIC)
target_link_libraries(meshscope_models PUBLIC meshscope_options Qt6::Core Qt6::Concurrent tl::expected
    PRIVATE OpenSSL::Crypto simdjson::simdjson PkgConfig::yaml PkgConfig::zstd)
target_compile_options(meshscope_models PUBLIC ${fuzzing})
target_link_options(meshscope_models PUBLIC ${fuzzing})
set(usual <QByteArray> <QDateTime> <QHash> <QList> <QString> <QStringList> <algorithm> <functional> <memory> <optional>
    <span> <vector> <tl/expected.hpp>)
target_precompile_headers(meshscope_models PRIVATE ${usual})
include(models/formats/sources.cmake)
target_sources(meshscope_models PRIVATE
    models/mesh/address.cpp models/mesh/kind.cpp models/mesh/records.cpp)
include(tests/fuzz/answers.cmake)
add_library(meshscope_answers STATIC ${fuzzed_answers})
target_link_libraries(meshscope_answers PUBLIC meshscope_models Qt6::Network
    PRIVATE OpenSSL::Crypto SQLite::SQLite3 ZLIB::ZLIB PkgConfig::yaml)
target_precompile_headers(meshscope_answers PRIVATE ${usual})
add_executable(meshscope-fuzz tests/fuzz/fuzz_reader.cpp tests/fuzz/catalogs.cpp tests/fuzz/readers.cpp
    tests/fuzz/samples.cpp tests/fuzz/texts.cpp)
target_link_options(meshscope-fuzz PRIVATE -fsanitize=fuzzer)
target_link_libraries(meshscope-fuzz PRIVATE meshscope_answers)
# The program reads with the reader it is called by.
file(STRINGS tests/fuzz/readers.cpp lines REGEX "^    {\"[a-z]+\", ")
foreach(line ${lines})
    string(REGEX REPLACE "^    {\"([a-z]+)\".*" "\\1" reader "${line}")
    add_custom_command(TARGET meshscope-fuzz POST_BUILD
        COMMAND ${CMAKE_COMMAND} -E create_symlink meshscope-fuzz fuzz_${reader} WORKING_DIRECTORY ${CMAKE_RUNTIME_OUTPUT_DIRECTORY})
endforeach()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS tests/fuzz/readers.cpp)
