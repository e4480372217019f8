#include "app/cli/commandline.h"
#include "app/demo.h"
#ifdef MESHSCOPE_GUI
#include "app/gui.h"
#endif
#include "models/security/nocoredump.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

/// The person's language, from the translations built into the program. Below it lies English, of which only the plural
/// forms are kept: any other language, and none at all ("C"), reads "1 port" and not "1 port(s)".
struct Translations {
    QTranslator plurals;
    QTranslator own;
    QTranslator qt;

    void install()
    {
        const QLocale locale;
        if (plurals.load(u":/i18n/meshscope_en.qm"_s))
            QCoreApplication::installTranslator(&plurals);
        if (!own.load(locale, u"meshscope"_s, u"_"_s, u":/i18n"_s))
            return; // Qt's own words in a language that ours are not in would make two languages of one window
        QCoreApplication::installTranslator(&own);
        if (qt.load(QLocale(own.language()), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            QCoreApplication::installTranslator(&qt);
    }
};

QStringList decoded(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool namesCommand(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        static const QStringList withValue{u"-w"_s, u"--workspace"_s, u"--shots"_s, u"--only"_s};
        if (withValue.contains(arguments.at(i)))
            ++i;
        else if (!arguments.at(i).startsWith(u'-'))
            return !arguments.at(i).startsWith(u"meshscope:"_s);
    }
    return false;
}

int runCommand(const QStringList &arguments)
{
    QString workspace = defaultWorkspacePath();
    if (arguments.contains(u"--demo"_s)) {
        const Result<QString> demo = prepareDemo(arguments.contains(u"--fresh"_s));
        if (!demo)
            return cli::printError(demo.error(), arguments.contains(u"--json"_s));
        workspace = *demo;
    }
    return cli::run(arguments, workspace);
}

} // namespace

int main(int argc, char **argv)
{
    leaveNoCoreDumps();
    QCoreApplication::setApplicationName(u"meshscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MESHSCOPE_VERSION));
    const QStringList arguments = decoded(argc, argv);
    const bool command = namesCommand(arguments);
    if (arguments.size() == 2 &&
        (arguments.at(1) == u"--version"_s || arguments.at(1) == u"--help"_s || arguments.at(1) == u"-h"_s)) {
        QCoreApplication app(argc, argv);
        Translations translations;
        translations.install();
        cli::print(
            {{},
             arguments.at(1) == u"--version"_s ? u"meshscope "_s + QStringLiteral(MESHSCOPE_VERSION) : cli::helpText(),
             0,
             {}},
            false);
        return cli::Done;
    }
#ifdef MESHSCOPE_GUI
    if (!command || needsGui(arguments)) {
        const std::unique_ptr<QCoreApplication> app = makeGuiApplication(argc, argv, command);
        Translations translations;
        translations.install();
        return command ? runCommand(arguments) : runGui(arguments);
    }
#endif
    QCoreApplication app(argc, argv);
    Translations translations;
    translations.install();
    if (!command) {
        return cli::printError(
            {Error::Code::Usage,
             QCoreApplication::translate("meshscope::cli", "this build has no window: give a command; --help lists them"),
             {}},
            false);
    }
    return runCommand(arguments);
}
