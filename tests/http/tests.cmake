meshscope_add_test(NAME http SOURCES
    http/relayproxy.cpp
    http/road.cpp
    http/testca.cpp
    http/tst_aws.cpp
    http/tst_exchange.cpp
    http/tst_httpoptions.cpp
    http/tst_httpparts.cpp
    http/tst_manyrequests.cpp
    http/tst_oauth.cpp
    http/tst_proxies.cpp
    http/tst_redirects.cpp
    http/tst_retries.cpp
    http/tst_targets.cpp
    http/tst_tls.cpp
    http/tst_waits.cpp
    support/scriptedserver.cpp
    support/serverthread.cpp
    LIBRARIES Qt6::Network Qt6::Concurrent ZLIB::ZLIB OpenSSL::Crypto
)
