# One interface target for what every one of our targets is compiled with.
add_library(meshscope_options INTERFACE)
target_compile_features(meshscope_options INTERFACE cxx_std_20)
target_include_directories(meshscope_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(meshscope_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    -Wold-style-cast $<$<BOOL:${MESHSCOPE_WERROR}>:-Werror>)
target_compile_definitions(meshscope_options INTERFACE QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_FORCE_ASSERTS MESHSCOPE_VERSION="${PROJECT_VERSION}")
if(MESHSCOPE_SANITIZE)
    target_compile_options(meshscope_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    target_link_options(meshscope_options INTERFACE -fsanitize=address,undefined)
endif()
find_program(MESHSCOPE_LLD ld.lld)
if(MESHSCOPE_LLD)
    target_link_options(meshscope_options INTERFACE -fuse-ld=lld)
endif()
