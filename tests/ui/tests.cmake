meshscope_add_test(NAME ui GUI SOURCES
    ui/colourmath.cpp
    ui/shellfixture.h
    ui/tst_endpointform.cpp
    ui/tst_endpoints.cpp
    ui/tst_servers.cpp
    ui/tst_find.cpp
    ui/tst_goingplaces.cpp
    ui/tst_helppage.cpp
    ui/tst_inspector.cpp
    ui/tst_labels.cpp
    ui/tst_location.cpp
    ui/tst_shell.cpp
    ui/tst_statepanel.cpp
    ui/tst_tableview.cpp
    ui/tst_theme.cpp
    ui/tst_vaultbar.cpp
    ui/tst_widgets.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network
)
