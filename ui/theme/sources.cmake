target_sources(meshscope_ui PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/icon.cpp
    ${CMAKE_CURRENT_LIST_DIR}/schemes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/style.cpp
    ${CMAKE_CURRENT_LIST_DIR}/style.h
    ${CMAKE_CURRENT_LIST_DIR}/stylecontrols.cpp
    ${CMAKE_CURRENT_LIST_DIR}/stylesizes.cpp
    ${CMAKE_CURRENT_LIST_DIR}/styleviews.cpp
    ${CMAKE_CURRENT_LIST_DIR}/tokens.cpp
    ${CMAKE_CURRENT_LIST_DIR}/../../resources/icons/icons.qrc
)
