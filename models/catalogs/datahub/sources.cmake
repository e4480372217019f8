target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/again.cpp
    ${CMAKE_CURRENT_LIST_DIR}/changes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/datasets.cpp
    ${CMAKE_CURRENT_LIST_DIR}/feed.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphql.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lists.cpp
    ${CMAKE_CURRENT_LIST_DIR}/names.cpp
    ${CMAKE_CURRENT_LIST_DIR}/quality.cpp
    ${CMAKE_CURRENT_LIST_DIR}/queries.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/records.cpp
    ${CMAKE_CURRENT_LIST_DIR}/state.cpp
)
