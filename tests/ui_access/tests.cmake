meshscope_add_test(NAME ui_access GUI SOURCES
    ui_access/accesspagefixture.h
    ui_access/tst_accesspage.cpp
    ui_access/tst_deciding.cpp
    ui_access/tst_requestlists.cpp
)
