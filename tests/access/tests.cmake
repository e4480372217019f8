meshscope_add_test(NAME access SOURCES access/tst_lifecycle.cpp access/tst_agreementtext.cpp access/tst_accessdesk.cpp
    access/tst_audit.cpp access/tst_folderport.cpp access/tst_filingkills.cpp
    access/tst_catalogrequests.cpp access/tst_catalogkills.cpp catalogs/fakeentropy.cpp support/scriptedserver.cpp
    LIBRARIES PkgConfig::libgit2 Qt6::Network)
