meshscope_add_test(NAME access SOURCES access/tst_lifecycle.cpp access/tst_agreementtext.cpp access/tst_accessasking.cpp
    access/tst_accessdeciding.cpp access/tst_accessfailures.cpp
    access/tst_audit.cpp access/tst_folderport.cpp access/tst_filingkills.cpp
    access/tst_catalogrequests.cpp access/tst_catalogkills.cpp access/requestcatalogs.cpp catalogs/fakecatalog.cpp
    catalogs/fakedatazone.cpp catalogs/fakeentropy.cpp catalogs/fakeopendatamesh.cpp catalogs/fakeopenmetadata.cpp
    support/scriptedserver.cpp support/serverthread.cpp
    LIBRARIES PkgConfig::libgit2 Qt6::Network)
