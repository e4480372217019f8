target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/products.cpp
    ${CMAKE_CURRENT_LIST_DIR}/profiles.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/records.cpp
    ${CMAKE_CURRENT_LIST_DIR}/rows.cpp
    ${CMAKE_CURRENT_LIST_DIR}/statement.cpp
    ${CMAKE_CURRENT_LIST_DIR}/values.cpp
)
