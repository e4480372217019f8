meshscope_add_test(NAME store SOURCES
    store/storefixture.cpp
    store/tst_workspace.cpp
)
