#include "models/access/lifecycle.h"
#include "models/access/requestview.h"
#include "models/formats/format.h"
#include "models/mesh/meshbuilder.h"
#include "models/samples/masking.h"
#include "models/samples/sample.h"

#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>

using namespace meshscope;

/// The demo mesh's own rows and agreements, read as a sync would.
class TestDemoSamples : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_folder = QStringLiteral(MESHSCOPE_SOURCE_DIR "/resources/demo/atlas");
        Records records;
        QDirIterator it(m_folder, {QStringLiteral("*.yaml")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ReadContext context;
            context.file = file.fileName().mid(m_folder.size() + 1);
            records.append(std::move(readFile(file.readAll(), context).records));
        }
        auto details = std::make_shared<MemoryDetails>();
        details->add(QStringLiteral("atlas"), records);
        MeshBuilder builder(details);
        EndpointFacts facts;
        facts.name = QStringLiteral("atlas");
        builder.add(facts, records);
        m_mesh = builder.build();
    }

    void everyLocalServerGivesMaskedRows()
    {
        const SampleReader reader([this](const QString &) { return QStringList{m_folder}; }, {}, "salt");
        int shown = 0;
        int masked = 0;
        for (const NodeId node : m_mesh->nodes(Kind::Contract)) {
            const QList<Server> &servers = m_mesh->contract(node).servers;
            const bool local = std::any_of(servers.begin(), servers.end(),
                                           [](const Server &server) { return server.type == QStringLiteral("local"); });
            const Result<Sample> sample = reader.read(*m_mesh, {node, 20, true});
            const QString name = m_mesh->name(node);
            if (!local) {
                QVERIFY2(!sample, qPrintable(name));
                continue;
            }
            QVERIFY2(sample, qPrintable(name + QStringLiteral(": ") + (sample ? QString() : sample.error().text)));
            QVERIFY2(!sample->rows.isEmpty(), qPrintable(name));
            QVERIFY2(sample->issues.isEmpty(), qPrintable(name + u' ' + sample->issues.value(0).text));
            ++shown;
            const std::span<const NodeId> datasets = m_mesh->datasetsOf(node);
            QVERIFY(!datasets.empty());
            const Masks masks(m_mesh->columns(datasets.front()));
            for (const SampleColumn &column : sample->columns) {
                QVERIFY2(column.declared, qPrintable(name + u' ' + column.name));
                QCOMPARE(column.masking, masks.of(column.name).masking);
                masked += column.masking == Masking::No ? 0 : 1;
            }
        }
        QVERIFY(shown >= 20);
        QVERIFY(masked >= 20);
    }

    void agreementsStandInEveryState()
    {
        QFile anchor(m_folder + QStringLiteral("/../anchor.txt"));
        QVERIFY(anchor.open(QIODevice::ReadOnly));
        const QDateTime now(QDate::fromString(QString::fromLatin1(anchor.readAll().trimmed().left(10)), Qt::ISODate),
                            QTime(12, 0));
        QVERIFY(now.isValid());
        QHash<QString, int> states;
        for (const Agreement &agreement : m_mesh->agreements()) {
            const AccessRequest request = requestOf(*m_mesh, {agreement, QStringLiteral("atlas"), now}, nullptr, now);
            ++states[requestStateWord(request.state)];
            QVERIFY2(m_mesh->find(request.port).isValid(), qPrintable(request.port.id));
            QVERIFY2(request.warning.isEmpty(), qPrintable(agreement.product + QStringLiteral(": ") + request.warning));
        }
        for (const char *state :
             {"sent", "in-review", "approved", "granted", "expiring", "expired", "rejected", "cancelled", "revoked"})
            QVERIFY2(states.value(QString::fromLatin1(state)) > 0, state);
    }

private:
    QString m_folder;
    MeshPtr m_mesh;
};

MESHSCOPE_TEST(TestDemoSamples)
#include "tst_demosamples.moc"
