meshscope_add_test(NAME ui GUI SOURCES
    ui/colourmath.cpp
    ui/tst_theme.cpp
    ui/tst_widgets.cpp
)
