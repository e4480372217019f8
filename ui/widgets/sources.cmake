target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/page.cpp
    ${CMAKE_CURRENT_LIST_DIR}/page.h
)
