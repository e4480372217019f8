set(MESHSCOPE_FORMATS_TESTS
    formats/dbtsample.cpp
    formats/kitchensinks.cpp
    formats/tst_bitol.cpp
    formats/tst_corpus.cpp
    formats/tst_dbt.cpp
    formats/tst_dbtcorpus.cpp
    formats/tst_lossless.cpp
    formats/tst_measurements.cpp
    formats/tst_mutations.cpp
    formats/tst_naming.cpp
    formats/tst_openlineage.cpp
    formats/tst_openlineagecorpus.cpp
    formats/tst_parse.cpp
    formats/tst_specifications.cpp
    formats/tst_sqltypes.cpp
)
meshscope_add_test(NAME formats SOURCES ${MESHSCOPE_FORMATS_TESTS})
