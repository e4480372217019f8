target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/budgetchart.cpp
    ${CMAKE_CURRENT_LIST_DIR}/budgetchart.h
    ${CMAKE_CURRENT_LIST_DIR}/healthbuild.cpp
    ${CMAKE_CURRENT_LIST_DIR}/healthexport.cpp
    ${CMAKE_CURRENT_LIST_DIR}/healthexport.h
    ${CMAKE_CURRENT_LIST_DIR}/healthfill.cpp
    ${CMAKE_CURRENT_LIST_DIR}/healthhistory.cpp
    ${CMAKE_CURRENT_LIST_DIR}/healthhistory.h
    ${CMAKE_CURRENT_LIST_DIR}/healthlists.cpp
    ${CMAKE_CURRENT_LIST_DIR}/healthlists.h
    ${CMAKE_CURRENT_LIST_DIR}/healthpage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/healthpage.h
    ${CMAKE_CURRENT_LIST_DIR}/tile.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tile.h
)
