# Not tests: programs that measure and print. ./dev bench runs every meshscope-bench-*.
add_executable(meshscope-bench-sync bench/bench_sync.cpp)
target_link_libraries(meshscope-bench-sync PRIVATE meshscope_models SQLite::SQLite3)
target_compile_definitions(meshscope-bench-sync PRIVATE MESHSCOPE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
if(MESHSCOPE_GUI)
    add_executable(meshscope-bench-frames bench/bench_frames.cpp)
    target_link_libraries(meshscope-bench-frames PRIVATE meshscope_ui)
endif()
