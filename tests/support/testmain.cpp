#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QStandardPaths>

#include <map>
#include <string>
#include <vector>

namespace meshscope::test {

namespace {
std::map<std::string, std::function<std::unique_ptr<QObject>()>> &registry()
{
    static std::map<std::string, std::function<std::unique_ptr<QObject>()>> all;
    return all;
}
} // namespace

Registration::Registration(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registry().emplace(name, std::move(make));
}

int runTests(QCoreApplication &app, int argc, char **argv)
{
    Q_UNUSED(app)
    QStandardPaths::setTestModeEnabled(true);
    std::vector<char *> rest{argv[0]};
    std::string only;
    for (int i = 1; i < argc; ++i) {
        if (only.empty() && registry().contains(argv[i]))
            only = argv[i];
        else
            rest.push_back(argv[i]);
    }
    int failed = 0;
    for (const auto &[name, make] : registry()) {
        if (only.empty() || name == only)
            failed += QTest::qExec(make().get(), int(rest.size()), rest.data());
    }
    return failed > 127 ? 127 : failed;
}

} // namespace meshscope::test
