meshscope_add_test(NAME house SOURCES house/tst_layering.cpp house/tst_translations.cpp)
