meshscope_add_test(NAME catalogs SOURCES
    catalogs/folderfixture.cpp
    catalogs/fakeckan.cpp
    catalogs/fakedatahub.cpp
    catalogs/fakemarquez.cpp
    catalogs/tst_ckan.cpp
    catalogs/tst_datahub.cpp
    catalogs/tst_datahubagain.cpp
    catalogs/tst_datahubchanges.cpp
    catalogs/fakeentropy.cpp
    catalogs/fakeopendatamesh.cpp
    catalogs/knowledge.cpp
    catalogs/shop.cpp
    catalogs/tst_endpoints.cpp
    catalogs/tst_entropy.cpp
    catalogs/tst_entropysamples.cpp
    catalogs/tst_folder.cpp
    catalogs/tst_marquez.cpp
    catalogs/tst_marquezagain.cpp
    catalogs/tst_marquezlogin.cpp
    catalogs/tst_marquezrecords.cpp
    catalogs/tst_opendatamesh.cpp
    catalogs/tst_paged.cpp
    catalogs/tst_pageddamage.cpp
    catalogs/tst_pagedreading.cpp
    catalogs/tst_schedule.cpp
    catalogs/tst_sniff.cpp
    formats/kitchensinks.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network
)
meshscope_add_test(NAME openmetadata SOURCES
    catalogs/fakeopenmetadata.cpp
    catalogs/tst_openmetadata.cpp
    catalogs/tst_openmetadatarecorded.cpp
    catalogs/tst_openmetadatarequests.cpp
    catalogs/tst_openmetadatasamples.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network
)
meshscope_add_test(NAME sqlcatalogs SOURCES
    catalogs/fakepostgresql.cpp
    catalogs/faketrino.cpp
    catalogs/knowledge.cpp
    catalogs/postgresqlfixture.cpp
    catalogs/tst_postgresql.cpp
    catalogs/tst_postgresqlfaults.cpp
    catalogs/tst_postgresqlrefusal.cpp
    catalogs/tst_postgresqlserver.cpp
    catalogs/tst_trino.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network
)
meshscope_add_test(NAME faults SOURCES
    catalogs/fakecatalog.cpp
    catalogs/fakeckan.cpp
    catalogs/fakedatahub.cpp
    catalogs/fakedatazone.cpp
    catalogs/fakeentropy.cpp
    catalogs/fakelakes.cpp
    catalogs/fakemarquez.cpp
    catalogs/fakeopendatamesh.cpp
    catalogs/fakeopenmetadata.cpp
    catalogs/fakes.cpp
    catalogs/faketrino.cpp
    catalogs/knowledge.cpp
    catalogs/tst_faults.cpp
    support/faultyserver.cpp
    support/faultyvalues.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network ZLIB::ZLIB
)
meshscope_add_test(NAME lakecatalogs SOURCES
    catalogs/fakecatalog.cpp
    catalogs/fakedatazone.cpp
    catalogs/fakelakes.cpp
    catalogs/tst_datazone.cpp
    catalogs/tst_glue.cpp
    catalogs/tst_iceberg.cpp
    catalogs/tst_icebergrecords.cpp
    catalogs/tst_unity.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network
)
