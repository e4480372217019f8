target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/camera.cpp
    ${CMAKE_CURRENT_LIST_DIR}/cardpainter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/edgepainter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/exportpicture.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphaccess.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphbar.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphbar.h
    ${CMAKE_CURRENT_LIST_DIR}/graphexporter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphexporter.h
    ${CMAKE_CURRENT_LIST_DIR}/graphpainter.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphview.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphview.h
    ${CMAKE_CURRENT_LIST_DIR}/graphviewinput.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphviewkeys.cpp
    ${CMAKE_CURRENT_LIST_DIR}/graphviewpaint.cpp
    ${CMAKE_CURRENT_LIST_DIR}/scene.cpp
)
