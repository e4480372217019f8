target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/dcat.cpp
    ${CMAKE_CURRENT_LIST_DIR}/dpds.cpp
    ${CMAKE_CURRENT_LIST_DIR}/jsonparser.cpp
    ${CMAKE_CURRENT_LIST_DIR}/linkeddata.cpp
    ${CMAKE_CURRENT_LIST_DIR}/node.cpp
    ${CMAKE_CURRENT_LIST_DIR}/nodebuilder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/opendataproducts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/parse.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/yamlparser.cpp
    ${CMAKE_CURRENT_LIST_DIR}/yamlscalar.cpp
)
