target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/assets.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/feed.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/records.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/samples.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sampling.cpp
    ${CMAKE_CURRENT_LIST_DIR}/things.cpp
)
