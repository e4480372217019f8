target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/impactlist.cpp
    ${CMAKE_CURRENT_LIST_DIR}/impactlist.h
    ${CMAKE_CURRENT_LIST_DIR}/lineagecards.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagelocation.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagepage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagepage.h
    ${CMAKE_CURRENT_LIST_DIR}/lineagepagebar.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagepaths.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagerings.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagescene.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagetrace.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pathspanel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pathspanel.h
    ${CMAKE_CURRENT_LIST_DIR}/tracebar.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tracebar.h
    ${CMAKE_CURRENT_LIST_DIR}/tracepath.cpp
)
