target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/assets.cpp
    ${CMAKE_CURRENT_LIST_DIR}/connector.cpp
    ${CMAKE_CURRENT_LIST_DIR}/context.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineage.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lineagewalk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/reading.cpp
    ${CMAKE_CURRENT_LIST_DIR}/records.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requestreason.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requesttargets.cpp
    ${CMAKE_CURRENT_LIST_DIR}/subscriptionlists.cpp
    ${CMAKE_CURRENT_LIST_DIR}/subscriptions.cpp
)
