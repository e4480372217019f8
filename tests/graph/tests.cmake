meshscope_add_test(NAME graph SOURCES
    graph/tst_acyclic.cpp graph/tst_annealing.cpp graph/tst_areaindex.cpp graph/tst_export.cpp graph/tst_layeredlayout.cpp graph/layoutfaults.cpp
    graph/tst_layoutphases.cpp graph/tst_layoutproperties.cpp graph/tst_maplayout.cpp
    graph/tst_folding.cpp graph/tst_tilequeue.cpp graph/tst_traversal.cpp
    graph/tst_matrix.cpp graph/tst_nodefilter.cpp graph/tst_openlevels.cpp graph/tst_paths.cpp graph/tst_radial.cpp graph/tst_treemap.cpp
    graph/tst_watch.cpp)
