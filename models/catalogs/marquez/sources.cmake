target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/histories.cpp
    ${CMAKE_CURRENT_LIST_DIR}/jobs.cpp
    ${CMAKE_CURRENT_LIST_DIR}/parts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/records.cpp
)
