target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/algorithms.cpp
    ${CMAKE_CURRENT_LIST_DIR}/ed25519.cpp
    ${CMAKE_CURRENT_LIST_DIR}/keychainstore.cpp
    ${CMAKE_CURRENT_LIST_DIR}/keystore.cpp
    ${CMAKE_CURRENT_LIST_DIR}/memorybox.cpp
    ${CMAKE_CURRENT_LIST_DIR}/nocoredump.cpp
    ${CMAKE_CURRENT_LIST_DIR}/personalbox.cpp
    ${CMAKE_CURRENT_LIST_DIR}/privatefile.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sealing.cpp
    ${CMAKE_CURRENT_LIST_DIR}/signingkey.cpp
    ${CMAKE_CURRENT_LIST_DIR}/vault.cpp
)
