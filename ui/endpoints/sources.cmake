target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/addform.cpp
    ${CMAKE_CURRENT_LIST_DIR}/addform.h
    ${CMAKE_CURRENT_LIST_DIR}/endpointservices.h
    ${CMAKE_CURRENT_LIST_DIR}/endpointspage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/endpointspage.h
    ${CMAKE_CURRENT_LIST_DIR}/endpointview.cpp
    ${CMAKE_CURRENT_LIST_DIR}/endpointview.h
    ${CMAKE_CURRENT_LIST_DIR}/filepage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/filepage.h
    ${CMAKE_CURRENT_LIST_DIR}/issuespage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/issuespage.h
)
