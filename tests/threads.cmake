# All that the preset "tsan" builds: what hands data between threads of ours, and its test. Qt itself is not instrumented,
# so its own threads (the watchdog of Qt Test) are left out of the watch.
add_executable(tst_threads ${CMAKE_CURRENT_LIST_DIR}/graph/tst_tilequeue.cpp
    ${CMAKE_CURRENT_LIST_DIR}/support/testmain.cpp ${CMAKE_CURRENT_LIST_DIR}/support/main_core.cpp)
target_link_libraries(tst_threads PRIVATE meshscope_options Qt6::Core Qt6::Test)
target_compile_options(tst_threads PRIVATE -fsanitize=thread -g)
target_link_options(tst_threads PRIVATE -fsanitize=thread)
add_test(NAME graph.TestTileQueue COMMAND tst_threads TestTileQueue)
set_tests_properties(graph.TestTileQueue PROPERTIES TIMEOUT 300 ENVIRONMENT
    "TSAN_OPTIONS=ignore_noninstrumented_modules=1:halt_on_error=1:exitcode=66")
