meshscope_add_test(NAME access SOURCES access/tst_lifecycle.cpp access/tst_agreementtext.cpp LIBRARIES PkgConfig::libgit2)
