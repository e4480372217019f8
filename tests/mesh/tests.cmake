meshscope_add_test(NAME mesh SOURCES mesh/tst_address.cpp mesh/tst_filelock.cpp mesh/tst_mesh.cpp mesh/tst_meshrandom.cpp mesh/tst_proposals.cpp mesh/tst_proposalsrandom.cpp
    mesh/tst_resolve.cpp mesh/tst_search.cpp mesh/tst_stitch.cpp mesh/tst_stitchdomains.cpp mesh/tst_stitchreferences.cpp)
add_executable(meshscope-bench-search bench/bench_search.cpp)
target_link_libraries(meshscope-bench-search PRIVATE meshscope_testmain)
