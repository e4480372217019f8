#pragma once

#include <QObject>
#include <QtTest>

#include <functional>
#include <memory>

namespace meshscope::test {

/// Makes a test class known to the executable's main; ctest runs each by its name.
struct Registration {
    Registration(const char *name, std::function<std::unique_ptr<QObject>()> make);
};

} // namespace meshscope::test

// What is waited for comes at once or, where two cores are shared with other builds and a sanitizer, late: how late says
// nothing. Qt gives up after five seconds.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT((expr), 60000)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT((expr), message, 60000)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT((expr), expected, 60000)

#define MESHSCOPE_TEST(Class)                                                                                               \
    static const meshscope::test::Registration registration##Class(#Class, [] { return std::make_unique<Class>(); });
