target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/catalog.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/queries.cpp
    ${CMAKE_CURRENT_LIST_DIR}/refusal.cpp
    ${CMAKE_CURRENT_LIST_DIR}/relations.cpp
    ${CMAKE_CURRENT_LIST_DIR}/rows.cpp
    ${CMAKE_CURRENT_LIST_DIR}/session.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sessionconnect.cpp
)
