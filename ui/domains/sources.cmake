target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/flowlist.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flowlist.h
    ${CMAKE_CURRENT_LIST_DIR}/maplegend.cpp
    ${CMAKE_CURRENT_LIST_DIR}/maplegend.h
    ${CMAKE_CURRENT_LIST_DIR}/mappage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mappage.h
    ${CMAKE_CURRENT_LIST_DIR}/mappagebar.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mapscene.cpp
)
