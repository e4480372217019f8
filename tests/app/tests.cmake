meshscope_add_test(NAME app GUI SOURCES app/tst_demo.cpp app/tst_journey.cpp app/tst_tabkey.cpp app/tst_vault.cpp
    support/scriptedserver.cpp support/serverthread.cpp LIBRARIES meshscope_app Qt6::Network)
meshscope_add_test(NAME cli SOURCES app/tst_cli.cpp app/tst_kill.cpp app/tst_secrets.cpp
    http/testca.cpp support/scriptedserver.cpp support/serverthread.cpp LIBRARIES Qt6::Network OpenSSL::Crypto)
if(MESHSCOPE_GUI)
    target_compile_definitions(tst_cli PRIVATE MESHSCOPE_TEST_PICTURES)
endif()
add_dependencies(tst_cli meshscope)
