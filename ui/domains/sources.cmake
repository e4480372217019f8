target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/flowlist.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flowlist.h
    ${CMAKE_CURRENT_LIST_DIR}/flowmatrix.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flowmatrix.h
    ${CMAKE_CURRENT_LIST_DIR}/flowmatrixparts.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flowmatrixparts.h
    ${CMAKE_CURRENT_LIST_DIR}/maparrangement.cpp
    ${CMAKE_CURRENT_LIST_DIR}/maplegend.cpp
    ${CMAKE_CURRENT_LIST_DIR}/maplegend.h
    ${CMAKE_CURRENT_LIST_DIR}/mapmeasure.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mappage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mappage.h
    ${CMAKE_CURRENT_LIST_DIR}/mappagebar.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mapscene.cpp
    ${CMAKE_CURRENT_LIST_DIR}/matrixscene.cpp
    ${CMAKE_CURRENT_LIST_DIR}/treemapscene.cpp
)
