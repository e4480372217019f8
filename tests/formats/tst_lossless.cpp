#include "models/formats/format.h"
#include "tests/formats/everything.h"
#include "tests/formats/kitchensinks.h"
#include "tests/formats/reading.h"
#include "tests/support/testmain.h"

#include <QDirIterator>

using namespace meshscope;
using namespace meshscope::test;

/// Nothing a document says is lost: each of its values is in a record or under "more fields".
class LosslessTest : public QObject {
    Q_OBJECT

private:
    struct Leaf {
        QString path;
        QString value;
    };

    /// What a format is recognised by and how its parts are joined are no facts of the mesh.
    static bool isNotation(const QString &key)
    {
        static const QStringList notation{QStringLiteral("@context"),
                                          QStringLiteral("@type"),
                                          QStringLiteral("@id"),
                                          QStringLiteral("@language"),
                                          QStringLiteral("kind"),
                                          QStringLiteral("apiVersion"),
                                          QStringLiteral("schema"),
                                          QStringLiteral("schemaURL"),
                                          QStringLiteral("dataProductDescriptor"),
                                          QStringLiteral("$ref"),
                                          QStringLiteral("dataProductSpecification"),
                                          QStringLiteral("role"),
                                          QStringLiteral("dataUsageAgreementSpecification"),
                                          QStringLiteral("rawContent"),
                                          QStringLiteral("version"),
                                          QStringLiteral("entityType"),
                                          QStringLiteral("conformsTo")};
        return notation.contains(key);
    }

    static void leaves(const Node &node, const QString &path, QList<Leaf> &to)
    {
        if (node.isScalar() && !node.text().isEmpty())
            to.append({path, node.text()});
        for (size_t i = 0; i < node.items().size(); ++i) {
            const QString key = node.isMap() ? node.keys()[i] : QString::number(i);
            if (!isNotation(key))
                leaves(node.items()[i], path + u'/' + key, to);
        }
    }

public:
    static QStringList lost(const QByteArray &bytes, const QString &file, const Folder &folder = {})
    {
        const ReadContext context = contextIn(folder, file);
        const Parsed parsed = parseDocuments(bytes, guessSyntax(bytes.left(4096), file));
        const FileRecords read = readFile(bytes, context);
        QStringList missing;
        if (read.recognised == 0)
            return missing;
        Everything everything(read.records);
        QList<const Node *> documents;
        for (const Node &document : parsed.documents) {
            if (document.isSequence() && !formatOf(document)) {
                for (const Node &item : document.items())
                    documents.append(&item);
            } else {
                documents.append(&document);
            }
        }
        for (const Node *document : documents) {
            if (!formatOf(*document))
                continue;
            Everything all = everything;
            for (const Node::Field &field :
                 moreFields(bytes, {file, document->begin(), document->end(), {}, document->line()}, context))
                all.add({field.path, field.value});
            QList<Leaf> values;
            leaves(*document, {}, values);
            for (const Leaf &leaf : values) {
                QString value = leaf.value.trimmed();
                if (value.startsWith(QLatin1String("mailto:")))
                    value = value.mid(7);
                // Flags become facts of their own kind; names of blank nodes only join parts.
                if (value != QLatin1String("yes") && value != QLatin1String("true") && value != QLatin1String("false") &&
                    value != QLatin1String("DataProduct") && !value.startsWith(QLatin1String("_:")) && !all.has(value))
                    missing.append(leaf.path + QStringLiteral(" = ") + value.left(60));
            }
        }
        return missing;
    }

private slots:
    void everyValueOfAFullDocumentIsKept_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        for (const KitchenSink &sink : kitchenSinks()) {
            QTest::newRow(sink.file) << QString::fromLatin1(sink.file) << sink.text;
            if (!QByteArray(sink.file).endsWith("ndjson"))
                QTest::addRow("%s, CRLF and BOM", sink.file)
                    << QString::fromLatin1(sink.file) << "\xef\xbb\xbf" + QByteArray(sink.text).replace('\n', "\r\n");
        }
    }
    void everyValueOfAFullDocumentIsKept()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        const FileRecords read = readFile(text, contextIn({}, file));
        QVERIFY(read.recognised > 0);
        for (const Issue &issue : read.records.issues)
            QVERIFY2(issue.severity == Issue::Severity::Note, qPrintable(issue.text));
        const QStringList missing = lost(text, file);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyValueOfTheCorpusIsKept_data()
    {
        QTest::addColumn<QString>("path");
        if (!corpus().exists())
            QSKIP("skipped: no corpus");
        for (const char *folder : {"odcs", "odps-bitol", "datacontract-specification", "odps-opendataproducts",
                                   "opendatamesh", "entropy-data", "dcat", "dprod"}) {
            QDirIterator files(corpus().filePath(QLatin1String(folder)), QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qPrintable(corpus().relativeFilePath(path))) << path;
            }
        }
    }
    void everyValueOfTheCorpusIsKept()
    {
        QFETCH(QString, path);
        const QStringList missing = lost(contentOf(path), path);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n').left(3000)));
    }
};

MESHSCOPE_TEST(LosslessTest)
#include "tst_lossless.moc"
