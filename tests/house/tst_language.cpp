#include "app/cli/commandline.h"
#include "app/services.h"
#include "app/window.h"
#include "models/access/request.h"
#include "models/formats/measurements.h"
#include "models/items/runmodel.h"
#include "models/mesh/address.h"
#include "models/mesh/kind.h"
#include "models/mesh/status.h"
#include "tests/support/testmain.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/rail.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMutex>
#include <QProcess>
#include <QTemporaryDir>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace meshscope;

namespace {

/// The German translations, remembering what they were asked for in vain: a context that the tools saw otherwise than the
/// running program, or a text they did not see at all.
class Listener final : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override
    {
        QString found = QTranslator::translate(context, source, disambiguation, n);
        if (found.isNull() && *context != 'Q') { // Qt's own are Qt's
            const QMutexLocker lock(&m_mutex);
            m_missed.insert(QLatin1StringView(context) + u": "_s + QString::fromUtf8(source));
        }
        return found;
    }
    [[nodiscard]] QStringList missed() const
    {
        const QMutexLocker lock(&m_mutex);
        return QStringList(m_missed.cbegin(), m_missed.cend());
    }

private:
    mutable QMutex m_mutex;
    mutable QSet<QString> m_missed;
};

} // namespace

/// What is translated in the files really comes out of the program: commands, models and every page of the window.
class TestLanguage : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;
    Listener m_german;

    [[nodiscard]] static QString program() { return qEnvironmentVariable("MESHSCOPE_PROGRAM"); }

    /// Runs the program as somebody with these language variables would; standard output and error together.
    QString run(const QStringList &arguments, const QList<std::pair<QString, QString>> &variables = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"LC_ALL"_s, u"LC_MESSAGES"_s, u"LANG"_s, u"LANGUAGE"_s})
            environment.remove(name);
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        environment.insert(u"XDG_DATA_HOME"_s, m_dir.path());
        environment.insert(u"MESHSCOPE_KEYSTORE"_s, u"file"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program(), arguments);
        if (!process.waitForFinished(120'000))
            return process.errorString();
        return QString::fromUtf8(process.readAll());
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        qputenv("XDG_DATA_HOME", m_dir.path().toUtf8());
        QVERIFY(m_german.load(u":/i18n/meshscope_de.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_german));
        QApplication::setStyle(new MeshscopeStyle(Scheme::Light));
    }

    void theProgramFollowsTheSystem_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isGerman");
        QTest::newRow("LC_ALL") << u"LC_ALL"_s << u"de_DE.UTF-8"_s << true;
        QTest::newRow("LANG only") << u"LANG"_s << u"de_DE.UTF-8"_s << true;
        QTest::newRow("Austria") << u"LANG"_s << u"de_AT.UTF-8"_s << true;
        QTest::newRow("LANGUAGE") << u"LANGUAGE"_s << u"de"_s << true;
        QTest::newRow("English") << u"LANG"_s << u"en_GB.UTF-8"_s << false;
        QTest::newRow("no language") << u"LC_ALL"_s << u"C.UTF-8"_s << false;
        QTest::newRow("a language there is none of") << u"LANG"_s << u"fr_FR.UTF-8"_s << false;
    }
    void theProgramFollowsTheSystem()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(bool, isGerman);
        const QString help = run({u"--help"_s}, {{variable, value}});
        QCOMPARE(help.contains(u"Ohne Befehl öffnet es das Fenster."_s), isGerman);
        QCOMPARE(help.contains(u"Without a command it opens the window."_s), !isGerman);
    }

    void modelsSpeak()
    {
        QCOMPARE(kindName(Kind::Product, true), u"Datenprodukte"_s);
        QCOMPARE(statusName(Status::AtRisk), u"Gefährdet"_s);
        QCOMPARE(requestStateName(RequestState::Draft), u"Entwurf"_s);
        QCOMPARE(requestMoveName(RequestMove::Approve), u"Genehmigen"_s);
        QCOMPARE(RunModel().headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Begonnen"_s);
        const Result<Address> address = Address::parse(u"nonsense"_s);
        QVERIFY(!address);
        QVERIFY2(address.error().text.startsWith(u"keine Adresse"), qPrintable(address.error().text));
        ReadContext context;
        context.file = u"measurements/a.ndjson"_s;
        const FileRecords read = readMeasurements("{}\n", context);
        QCOMPARE(read.records.issues.size(), 1);
        QVERIFY2(read.records.issues.front().text.startsWith(u"Diese Messung wurde ausgelassen"),
                 qPrintable(read.records.issues.front().text));
    }

    void commandsSpeak()
    {
        QVERIFY(cli::helpText().contains(u"Ohne Befehl öffnet es das Fenster."_s));
        for (const cli::Command &command : cli::commands())
            QVERIFY2(!command.description.isEmpty(), qPrintable(command.name));
    }

    void windowSpeaks()
    {
        const QString file = m_dir.filePath(u"language.mesh"_s);
        const QString demo = QStringLiteral(MESHSCOPE_SOURCE_DIR) + u"/resources/demo/"_s;
        for (const QString &folder : {u"atlas"_s, u"warehouse"_s, u"streams"_s}) {
            const QString said =
                run({u"-w"_s, file, u"endpoint"_s, u"add"_s, u"folder"_s, demo + folder, u"--name"_s, folder});
            QVERIFY2(said.contains(folder), qPrintable(said));
        }
        run({u"-w"_s, file, u"sync"_s});
        Result<Services> services = openServices(file, Workspace::Open::MustExist);
        QVERIFY2(services.has_value(), services ? "" : qPrintable(services.error().text));
        WindowSet windows(*services);
        MainWindow *window = windows.open({});
        window->resize(1280, 800);
        QVERIFY(windows.waitUntilLoaded());
        QCOMPARE(window->menuBar()->actions().front()->text(), u"&Datei"_s);
        QCOMPARE(Rail::title(u"lineage"_s), u"Herkunft"_s);

        const Result<MeshPtr> mesh = services->workspace->load();
        QVERIFY(mesh.has_value());
        QStringList places;
        for (const QString &view : {u"map"_s, u"find?q=order"_s, u"lineage"_s, u"access?tab=mine"_s, u"access?tab=decide"_s,
                                    u"health"_s, u"endpoints"_s, u"issues"_s, u"start"_s, u"help"_s})
            places << u"meshscope:view/"_s + view;
        for (const Kind kind :
             {Kind::Product, Kind::Domain, Kind::Port, Kind::Dataset, Kind::Contract, Kind::Job, Kind::Term, Kind::Party}) {
            if (!(*mesh)->nodes(kind).empty())
                places << (*mesh)->address((*mesh)->nodes(kind).front()).toString();
        }
        for (const QString &place : std::as_const(places)) {
            window->openText(place);
            QTRY_VERIFY2(window->currentPage(), qPrintable(place));
            QVERIFY(!window->grab().isNull()); // painted words count too
        }
        window->openText(u"nothing that there is"_s); // said in the status line
        window->close();
    }

    /// Last: whatever the others made the program say.
    void everythingSaidWasFound()
    {
        const QStringList missed = m_german.missed();
        QVERIFY2(missed.isEmpty(), qPrintable(u'\n' + missed.join(u'\n')));
    }

    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_german); }
};

MESHSCOPE_TEST(TestLanguage)
#include "tst_language.moc"
