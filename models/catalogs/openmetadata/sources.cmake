target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/assets.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/context.cpp
    ${CMAKE_CURRENT_LIST_DIR}/details.cpp
    ${CMAKE_CURRENT_LIST_DIR}/entities.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lists.cpp
    ${CMAKE_CURRENT_LIST_DIR}/names.cpp
    ${CMAKE_CURRENT_LIST_DIR}/quality.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/samples.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sampling.cpp
    ${CMAKE_CURRENT_LIST_DIR}/state.cpp
)
