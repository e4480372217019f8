target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/address.cpp
    ${CMAKE_CURRENT_LIST_DIR}/collect.cpp
    ${CMAKE_CURRENT_LIST_DIR}/flows.cpp
    ${CMAKE_CURRENT_LIST_DIR}/kind.cpp
    ${CMAKE_CURRENT_LIST_DIR}/memorydetails.cpp
    ${CMAKE_CURRENT_LIST_DIR}/mesh.cpp
    ${CMAKE_CURRENT_LIST_DIR}/meshbuilder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/meshnodes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/people.cpp
    ${CMAKE_CURRENT_LIST_DIR}/records.cpp
    ${CMAKE_CURRENT_LIST_DIR}/references.cpp
    ${CMAKE_CURRENT_LIST_DIR}/resolve.cpp
    ${CMAKE_CURRENT_LIST_DIR}/status.cpp
    ${CMAKE_CURRENT_LIST_DIR}/stitch.cpp
)
