meshscope_add_test(NAME samples SOURCES samples/tst_samplereader.cpp samples/tst_masking.cpp samples/tst_demosamples.cpp samples/tst_liverows.cpp LIBRARIES SQLite::SQLite3)
