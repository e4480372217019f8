meshscope_add_test(NAME graph SOURCES graph/tst_layeredlayout.cpp graph/tst_acyclic.cpp graph/tst_maplayout.cpp)
