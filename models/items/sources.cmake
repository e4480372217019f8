target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/cellmodel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cellmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/csv.cpp
    ${CMAKE_CURRENT_LIST_DIR}/csv.h
    ${CMAKE_CURRENT_LIST_DIR}/leveltext.cpp
    ${CMAKE_CURRENT_LIST_DIR}/leveltext.h
    ${CMAKE_CURRENT_LIST_DIR}/issuemodel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/issuemodel.h
    ${CMAKE_CURRENT_LIST_DIR}/endpointmodel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/endpointmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/requestmodel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requestmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/runmodel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/runmodel.h
    ${CMAKE_CURRENT_LIST_DIR}/searchmodel.cpp
    ${CMAKE_CURRENT_LIST_DIR}/searchmodel.h
)
