target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/auth.cpp
    ${CMAKE_CURRENT_LIST_DIR}/awsauth.cpp
    ${CMAKE_CURRENT_LIST_DIR}/certificate.cpp
    ${CMAKE_CURRENT_LIST_DIR}/failures.cpp
    ${CMAKE_CURRENT_LIST_DIR}/httpcall.cpp
    ${CMAKE_CURRENT_LIST_DIR}/httpclient.cpp
    ${CMAKE_CURRENT_LIST_DIR}/inflater.cpp
    ${CMAKE_CURRENT_LIST_DIR}/message.cpp
    ${CMAKE_CURRENT_LIST_DIR}/pace.cpp
    ${CMAKE_CURRENT_LIST_DIR}/profile.cpp
    ${CMAKE_CURRENT_LIST_DIR}/redaction.cpp
    ${CMAKE_CURRENT_LIST_DIR}/redirect.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requestlog.cpp
    ${CMAKE_CURRENT_LIST_DIR}/retry.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sigv4.cpp
    ${CMAKE_CURRENT_LIST_DIR}/wire.cpp
)
