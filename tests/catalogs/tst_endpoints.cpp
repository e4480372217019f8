#include "models/catalogs/ignorerules.h"
#include "models/catalogs/sync/sync.h"

#include "tests/catalogs/folderfixture.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace meshscope;
using namespace meshscope::test;

/// Adding endpoints, what they offer, and the patterns of .meshscopeignore.
class TestEndpoints : public QObject {
    Q_OBJECT
private slots:
    void namesAnEndpointAfterItsFolder()
    {
        FolderFixture f;
        const QString folder = f.dir.filePath(QStringLiteral("My Mesh (2)"));
        QVERIFY(QDir().mkpath(folder));
        const auto first = addEndpoint(*f.workspace, {{}, QStringLiteral("folder"), folder, {}});
        QVERIFY(first);
        QCOMPARE(first->name, QStringLiteral("my-mesh-2"));
        QCOMPARE(addEndpoint(*f.workspace, {{}, QStringLiteral("folder"), folder, {}})->name, QStringLiteral("my-mesh-2-2"));
        QCOMPARE(f.workspace->endpoints().size(), 3);
        QCOMPARE(f.workspace->endpoints()[1].location, folder);
    }
    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("option");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("name") << "Not ok"
                              << "folder"
                              << "."
                              << "" << Error::Code::Usage;
        QTest::newRow("taken") << "mesh"
                               << "folder"
                               << "."
                               << "" << Error::Code::Usage;
        QTest::newRow("kind") << "x"
                              << "hive"
                              << "."
                              << "" << Error::Code::Usage;
        QTest::newRow("nowhere") << "x"
                                 << "folder"
                                 << "/no/such/folder"
                                 << "" << Error::Code::NotFound;
        QTest::newRow("file") << "x"
                              << "folder" << QStringLiteral(MESHSCOPE_SOURCE_DIR "/CMakeLists.txt") << ""
                              << Error::Code::Usage;
        QTest::newRow("no location") << "x"
                                     << "folder"
                                     << ""
                                     << "" << Error::Code::Usage;
        QTest::newRow("unknown option") << "x"
                                        << "folder"
                                        << "."
                                        << "colour=red" << Error::Code::Usage;
        QTest::newRow("option's value") << "x"
                                        << "folder"
                                        << "."
                                        << "dbt.domain=planet" << Error::Code::Usage;
        QTest::newRow("option's number") << "x"
                                         << "folder"
                                         << "."
                                         << "files.limit=much" << Error::Code::Usage;
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QString, name);
        QFETCH(QString, kind);
        QFETCH(QString, location);
        QFETCH(QString, option);
        QFETCH(Error::Code, code);
        FolderFixture f;
        EndpointConfig config{name, kind, location, {}};
        if (!option.isEmpty())
            config.options.insert(option.section(u'=', 0, 0), option.section(u'=', 1));
        const auto added = addEndpoint(*f.workspace, config);
        QVERIFY(!added);
        QCOMPARE(added.error().code, code);
        QVERIFY(!added.error().text.isEmpty());
        QCOMPARE(f.workspace->endpoints().size(), 1);
    }
    void saysWhatAFolderOffers()
    {
        FolderFixture f;
        const auto connector = makeConnector(f.config);
        QVERIFY(connector);
        const Capabilities all = (*connector)->capabilities();
        QVERIFY(all.has(Capability::Products));
        QVERIFY(all.has(Capability::AccessRequests));
        QVERIFY(!all.has(Capability::ChangeFeed));
        QCOMPARE(all.offered.size() + all.missing.size(), 11);
        for (const Capabilities::Missing &missing : all.missing)
            QVERIFY(!missing.why.isEmpty());
        for (const Connector::Check &check : (*connector)->probe().checks)
            QVERIFY2(check.ok, qUtf8Printable(check.what));
        f.write(QStringLiteral("access"), "in the way");
        const Capabilities readOnly = (*connector)->capabilities();
        QVERIFY(!readOnly.has(Capability::AccessRequests));
        for (const Connector::Check &check : (*connector)->probe().checks)
            QVERIFY2(check.ok == check.isNeeded || check.ok, qUtf8Printable(check.what));
        QVERIFY(std::any_of(readOnly.missing.begin(), readOnly.missing.end(),
                            [&](const auto &missing) { return missing.why.contains(f.at(QStringLiteral("access"))); }));
        QVERIFY(QDir(f.root).removeRecursively());
        QVERIFY(!(*connector)->probe().checks[0].ok);
    }
    void listsItsKinds()
    {
        QCOMPARE(endpointKinds()[0].kind, QStringLiteral("folder"));
        for (const EndpointKind &kind : endpointKinds()) {
            QVERIFY(!kind.title.isEmpty() && !kind.description.isEmpty());
            for (const Property &option : kind.options)
                QVERIFY2(!option.value.isEmpty(), qUtf8Printable(kind.kind + option.name));
        }
        QCOMPARE(endpointKinds()[0].options.size(), 6);
    }
    void fitsPatternsAsGitDoes_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isFolder");
        QTest::addColumn<bool>("isIgnored");
        QTest::newRow("name anywhere") << "x.yaml"
                                       << "a/b/x.yaml" << false << true;
        QTest::newRow("not a part of a name") << "x.yaml"
                                              << "a/ax.yaml" << false << false;
        QTest::newRow("star stays in a folder") << "a/*.yaml"
                                                << "a/b/x.yaml" << false << false;
        QTest::newRow("two stars") << "a/**/x.yaml"
                                   << "a/b/c/x.yaml" << false << true;
        QTest::newRow("two stars, none") << "a/**/x.yaml"
                                         << "a/x.yaml" << false << true;
        QTest::newRow("two stars first") << "**/gen"
                                         << "a/b/gen" << true << true;
        QTest::newRow("two stars last") << "gen/**"
                                        << "gen/a/b" << false << true;
        QTest::newRow("bound") << "/x.yaml"
                               << "a/x.yaml" << false << false;
        QTest::newRow("bound by a slash") << "a/x.yaml"
                                          << "b/a/x.yaml" << false << false;
        QTest::newRow("folder only, file") << "x/"
                                           << "x" << false << false;
        QTest::newRow("folder only, folder") << "x/"
                                             << "a/x" << true << true;
        QTest::newRow("one letter") << "?.yaml"
                                    << "ab.yaml" << false << false;
        QTest::newRow("class") << "[a-c].yaml"
                               << "b.yaml" << false << true;
        QTest::newRow("not class") << "[!a-c].yaml"
                                   << "b.yaml" << false << false;
        QTest::newRow("open bracket") << "[a.yaml"
                                      << "[a.yaml" << false << true;
        QTest::newRow("dot is a dot") << "a.yaml"
                                      << "abyaml" << false << false;
        QTest::newRow("last one wins") << "*.yaml\n!b.yaml"
                                       << "b.yaml" << false << false;
        QTest::newRow("comment") << "#b.yaml"
                                 << "#b.yaml" << false << false;
        QTest::newRow("escaped") << "\\#b.yaml"
                                 << "#b.yaml" << false << true;
        QTest::newRow("plus is no operator") << "a+.yaml"
                                             << "aa.yaml" << false << false;
        // the places of eight x among a hundred are more than any time allows to try
        QTest::newRow("many stars") << "*x*x*x*x*x*x*x*y*z"
                                    << QString(QStringLiteral("xxxxxxxy") + QString(100, u'x') + u'z') << false << true;
        QTest::newRow("many stars, not") << "*x*x*x*x*x*x*x*y*z" << QString(QString(100, u'x') + u'z') << false << false;
        QTest::newRow("what is between two stars comes twice") << "*ab*abc"
                                                               << "ababc" << false << true;
        QTest::newRow("stars of two names") << "a*b/*c*d"
                                            << "axbxb/cdcd" << false << true;
        QTest::newRow("a star before any folders") << "*b/**/c*d"
                                                   << "ab/x/b/y/cxd" << false << true;
        QTest::newRow("an escaped star") << "*\\*b*c"
                                         << "a*bxc" << false << true;
        QTest::newRow("an escaped star, not") << "*\\*b"
                                              << "ab" << false << false;
    }
    void fitsPatternsAsGitDoes()
    {
        QFETCH(QString, rules);
        QFETCH(QString, path);
        QFETCH(bool, isFolder);
        QFETCH(bool, isIgnored);
        IgnoreRules ignore;
        ignore.add({}, rules.toUtf8());
        QCOMPARE(ignore.isIgnored(path, isFolder), isIgnored);
    }
};

MESHSCOPE_TEST(TestEndpoints)
#include "tst_endpoints.moc"
