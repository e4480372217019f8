set(meshscope_commands
    ${CMAKE_CURRENT_LIST_DIR}/cli/browse.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/commandline.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/endpoint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/entityjson.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/export.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/health.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/interrupt.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/lineage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/matches.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/output.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/request.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cli/sync.cpp
    ${CMAKE_CURRENT_LIST_DIR}/demo.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reports.cpp
    ${CMAKE_CURRENT_LIST_DIR}/services.cpp)
target_sources(meshscope_app PRIVATE ${meshscope_commands})

if(MESHSCOPE_GUI)
    target_sources(meshscope_app PRIVATE
        ${CMAKE_CURRENT_LIST_DIR}/deskstate.cpp
        ${CMAKE_CURRENT_LIST_DIR}/deskstate.h
        ${CMAKE_CURRENT_LIST_DIR}/endpointdesk.cpp
        ${CMAKE_CURRENT_LIST_DIR}/gui.cpp
        ${CMAKE_CURRENT_LIST_DIR}/manifestshots.cpp
        ${CMAKE_CURRENT_LIST_DIR}/meshshots.cpp
        ${CMAKE_CURRENT_LIST_DIR}/pages.cpp
        ${CMAKE_CURRENT_LIST_DIR}/shots.cpp
        ${CMAKE_CURRENT_LIST_DIR}/window.cpp)
endif()
