target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/browse.cpp
    ${CMAKE_CURRENT_LIST_DIR}/browse.h
    ${CMAKE_CURRENT_LIST_DIR}/facetlist.cpp
    ${CMAKE_CURRENT_LIST_DIR}/facetlist.h
    ${CMAKE_CURRENT_LIST_DIR}/findpage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/findpage.h
)
