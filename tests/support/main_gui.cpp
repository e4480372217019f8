#include <QApplication>

namespace meshscope::test {
int runTests(QCoreApplication &app, int argc, char **argv);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    return meshscope::test::runTests(app, argc, argv);
}
