meshscope_add_test(NAME house SOURCES house/tst_layering.cpp house/tst_names.cpp house/tst_translations.cpp)
if(MESHSCOPE_GUI)
    # lupdate is of Qt's own tools: with it the test sees strings that nobody has brought into the .ts files yet
    target_compile_definitions(tst_house PRIVATE MESHSCOPE_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")
    meshscope_add_test(NAME language GUI SOURCES house/tst_language.cpp LIBRARIES meshscope_app)
    add_dependencies(tst_language meshscope)
endif()
