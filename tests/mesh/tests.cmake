meshscope_add_test(NAME mesh SOURCES mesh/tst_address.cpp mesh/tst_mesh.cpp)
