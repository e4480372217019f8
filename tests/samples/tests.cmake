meshscope_add_test(NAME samples SOURCES samples/tst_samplereader.cpp samples/tst_masking.cpp LIBRARIES SQLite::SQLite3)
