meshscope_add_test(NAME http SOURCES
    http/road.cpp
    http/tst_exchange.cpp
    http/tst_httpparts.cpp
    http/tst_redirects.cpp
    http/tst_retries.cpp
    support/scriptedserver.cpp
    LIBRARIES Qt6::Network Qt6::Concurrent ZLIB::ZLIB OpenSSL::Crypto
)
