target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/filenote.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folderreader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folderwalk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/httpendpoint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ignorerules.cpp
    ${CMAKE_CURRENT_LIST_DIR}/marquez.cpp
    ${CMAKE_CURRENT_LIST_DIR}/marquezlists.cpp
    ${CMAKE_CURRENT_LIST_DIR}/marquezreading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/marquezrecords.cpp
    ${CMAKE_CURRENT_LIST_DIR}/paged.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sniff.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sync/sync.cpp
)
