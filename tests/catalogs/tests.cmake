meshscope_add_test(NAME catalogs SOURCES
    catalogs/folderfixture.cpp
    catalogs/tst_endpoints.cpp
    catalogs/tst_folder.cpp
    catalogs/tst_sniff.cpp
    formats/kitchensinks.cpp
)
