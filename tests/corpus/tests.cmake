meshscope_add_test(NAME corpus SOURCES corpus/tst_corpus.cpp)
add_dependencies(tst_corpus meshscope)
