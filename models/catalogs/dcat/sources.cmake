target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/blanknodes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
)
