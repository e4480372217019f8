meshscope_add_test(NAME ui_pages GUI SOURCES
    ui_pages/pagefixture.cpp
    ui_pages/pagefixture.h
    ui_pages/tst_productpage.cpp
    ui_pages/tst_cellmodel.cpp
    ui_pages/tst_healthpage.cpp
)
