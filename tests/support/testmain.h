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

#define MESHSCOPE_TEST(Class)                                                                                               \
    static const meshscope::test::Registration registration##Class(#Class, [] { return std::make_unique<Class>(); });
