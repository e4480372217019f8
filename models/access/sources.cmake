target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/accessdecisions.cpp
    ${CMAKE_CURRENT_LIST_DIR}/accessdesk.cpp
    ${CMAKE_CURRENT_LIST_DIR}/accessmoves.cpp
    ${CMAKE_CURRENT_LIST_DIR}/agreementtext.cpp
    ${CMAKE_CURRENT_LIST_DIR}/auditlog.cpp
    ${CMAKE_CURRENT_LIST_DIR}/catalogport.cpp
    ${CMAKE_CURRENT_LIST_DIR}/folderport.cpp
    ${CMAKE_CURRENT_LIST_DIR}/gitfolder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/keysigner.cpp
    ${CMAKE_CURRENT_LIST_DIR}/lifecycle.cpp
    ${CMAKE_CURRENT_LIST_DIR}/outbox.cpp
    ${CMAKE_CURRENT_LIST_DIR}/request.cpp
    ${CMAKE_CURRENT_LIST_DIR}/requestview.cpp
    ${CMAKE_CURRENT_LIST_DIR}/safefolder.cpp
    ${CMAKE_CURRENT_LIST_DIR}/yamledit.cpp
    ${CMAKE_CURRENT_LIST_DIR}/yamltext.cpp
)
