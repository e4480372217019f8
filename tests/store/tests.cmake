meshscope_add_test(NAME store SOURCES
    store/storefixture.cpp
    store/tst_files.cpp
    store/tst_hardtimes.cpp
    store/tst_history.cpp
    store/tst_matches.cpp
    store/tst_merging.cpp
    store/tst_workspace.cpp
    LIBRARIES SQLite::SQLite3
)
