meshscope_add_test(NAME security SOURCES security/tst_keys.cpp security/tst_personalbox.cpp security/tst_vault.cpp)
