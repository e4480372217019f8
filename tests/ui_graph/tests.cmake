meshscope_add_test(NAME ui_graph GUI SOURCES
    ui_graph/tst_arrangements.cpp ui_graph/tst_baroverflow.cpp ui_graph/tst_canvas.cpp ui_graph/tst_exportpicture.cpp
    ui_graph/tst_graphexporter.cpp ui_graph/tst_graphtree.cpp ui_graph/tst_graphview.cpp
    ui_graph/tst_lineagefolds.cpp ui_graph/tst_lineagepage.cpp ui_graph/tst_lineagepaths.cpp ui_graph/tst_mapdatasets.cpp ui_graph/tst_mappage.cpp
    ui_graph/tst_maplines.cpp ui_graph/tst_maplists.cpp ui_graph/tst_mapzoom.cpp ui_graph/tst_matrix.cpp ui_graph/tst_names.cpp ui_graph/tst_sceneflows.cpp ui_graph/tst_tenexpands.cpp)
