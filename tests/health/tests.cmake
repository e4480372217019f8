meshscope_add_test(NAME health SOURCES health/tst_units.cpp health/tst_health.cpp)
