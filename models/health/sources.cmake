target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/budget.cpp
    ${CMAKE_CURRENT_LIST_DIR}/evidence.cpp
    ${CMAKE_CURRENT_LIST_DIR}/health.cpp
    ${CMAKE_CURRENT_LIST_DIR}/levelkind.cpp
    ${CMAKE_CURRENT_LIST_DIR}/levels.cpp
    ${CMAKE_CURRENT_LIST_DIR}/units.cpp
)
