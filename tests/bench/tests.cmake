# Not tests: programs that measure and print. ./dev bench runs every meshscope-bench-*.
add_executable(meshscope-bench-sync bench/bench_sync.cpp bench/benchmesh.cpp bench/plainloop.cpp)
target_link_libraries(meshscope-bench-sync PRIVATE meshscope_models SQLite::SQLite3)
target_compile_definitions(meshscope-bench-sync PRIVATE MESHSCOPE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
if(MESHSCOPE_GUI)
    add_executable(meshscope-bench-frames bench/bench_frames.cpp)
    target_link_libraries(meshscope-bench-frames PRIVATE meshscope_ui)
    add_executable(meshscope-bench-open bench/bench_open.cpp bench/benchmesh.cpp)
    target_link_libraries(meshscope-bench-open PRIVATE meshscope_app)
endif()
# Lays out a graph file and judges nothing: tests/bench/graph.py runs it beside other programs (./dev bench graph).
add_executable(meshscope-bench bench/bench_layout.cpp)
target_link_libraries(meshscope-bench PRIVATE meshscope_models)
