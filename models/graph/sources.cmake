target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/acyclic.cpp
    ${CMAKE_CURRENT_LIST_DIR}/columntrace.cpp
    ${CMAKE_CURRENT_LIST_DIR}/coordinates.cpp
    ${CMAKE_CURRENT_LIST_DIR}/drawngraph.cpp
    ${CMAKE_CURRENT_LIST_DIR}/export.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flatlayout.cpp
    ${CMAKE_CURRENT_LIST_DIR}/layered.cpp
    ${CMAKE_CURRENT_LIST_DIR}/levelview.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mapboxes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mapcolumns.cpp
    ${CMAKE_CURRENT_LIST_DIR}/maplayout.cpp
    ${CMAKE_CURRENT_LIST_DIR}/maproutes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/nesting.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ordering.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ranking.cpp
    ${CMAKE_CURRENT_LIST_DIR}/traversal.cpp
)
