meshscope_add_test(NAME formats_linked SOURCES
    formats_linked/dpdssample.cpp formats_linked/tst_opendataproducts.cpp formats_linked/tst_dpds.cpp formats_linked/tst_dcat.cpp)
