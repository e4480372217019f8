target_sources(meshscope_models PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/delimited.cpp
    ${CMAKE_CURRENT_LIST_DIR}/jsonrows.cpp
    ${CMAKE_CURRENT_LIST_DIR}/livesource.cpp
    ${CMAKE_CURRENT_LIST_DIR}/masking.cpp
    ${CMAKE_CURRENT_LIST_DIR}/presented.cpp
    ${CMAKE_CURRENT_LIST_DIR}/samplefile.cpp
    ${CMAKE_CURRENT_LIST_DIR}/samplereader.cpp
    ${CMAKE_CURRENT_LIST_DIR}/sqliterows.cpp
    ${CMAKE_CURRENT_LIST_DIR}/textsource.cpp
)
