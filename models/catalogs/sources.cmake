target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/connectiontest.cpp
    ${CMAKE_CURRENT_LIST_DIR}/awsendpoint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/filenote.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folderreader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folderwalk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/httpendpoint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ignorerules.cpp
    ${CMAKE_CURRENT_LIST_DIR}/kinds.cpp
    ${CMAKE_CURRENT_LIST_DIR}/paged.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pageddetails.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pagedreading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pagedstand.cpp
    ${CMAKE_CURRENT_LIST_DIR}/personlogin.cpp
    ${CMAKE_CURRENT_LIST_DIR}/recognise.cpp
    ${CMAKE_CURRENT_LIST_DIR}/signatures.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sniff.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sync/runwatch.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sync/schedule.cpp
    ${CMAKE_CURRENT_LIST_DIR}/withheld.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sync/sync.cpp
)
foreach(vendor ckan datahub datazone dcat entropy glue iceberg marquez opendatamesh openmetadata postgresql trino unity)
    include(${CMAKE_CURRENT_LIST_DIR}/${vendor}/sources.cmake)
endforeach()
