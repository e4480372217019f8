target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/accesspage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/accesspage.h
    ${CMAKE_CURRENT_LIST_DIR}/basket.cpp
    ${CMAKE_CURRENT_LIST_DIR}/basket.h
    ${CMAKE_CURRENT_LIST_DIR}/deskrunner.cpp
    ${CMAKE_CURRENT_LIST_DIR}/deskrunner.h
    ${CMAKE_CURRENT_LIST_DIR}/profileform.cpp
    ${CMAKE_CURRENT_LIST_DIR}/profileform.h
    ${CMAKE_CURRENT_LIST_DIR}/requestdetail.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requestdetail.h
    ${CMAKE_CURRENT_LIST_DIR}/timeline.cpp
    ${CMAKE_CURRENT_LIST_DIR}/timeline.h
)
