set(MESHSCOPE_FORMATS_TESTS
    formats/tst_dbtcorpus.cpp
    formats/tst_parse.cpp
)
meshscope_add_test(NAME formats SOURCES ${MESHSCOPE_FORMATS_TESTS})
