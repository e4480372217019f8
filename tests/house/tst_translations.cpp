#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// Every string of every language is translated: an unfinished one would be read in English by somebody.
class TestTranslations : public QObject {
    Q_OBJECT
private slots:
    void nothingIsUnfinished_data()
    {
        QTest::addColumn<QString>("path");
        const QDir dir(QStringLiteral(MESHSCOPE_SOURCE_DIR) + u"/translations"_s);
        const QStringList files = dir.entryList({u"*.ts"_s});
        QVERIFY(files.contains(u"meshscope_de.ts"_s));
        for (const QString &file : files)
            QTest::newRow(qPrintable(file)) << dir.filePath(file);
    }

    void nothingIsUnfinished()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        QStringList unfinished;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "name"_L1)
                context = xml.readElementText();
            else if (xml.name() == "source"_L1)
                source = xml.readElementText();
            else if (xml.name() == "translation"_L1) {
                ++messages;
                if (xml.attributes().value("type"_L1) == "unfinished"_L1)
                    unfinished << context + u": "_s + source;
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 0);
        QVERIFY2(unfinished.isEmpty(), qPrintable(u'\n' + unfinished.join(u'\n')));
    }

    /// A placeholder that is lost or doubled shows people a hole where a name or number belongs.
    void placeholdersAgree()
    {
        QFile file(QStringLiteral(MESHSCOPE_SOURCE_DIR) + u"/translations/meshscope_de.ts"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        QStringList wrong;
        const auto holes = [](const QString &text) {
            QStringList found;
            for (qsizetype i = 0; i + 1 < text.size(); ++i) {
                if (text.at(i) == u'%' && (text.at(i + 1).isDigit() || text.at(i + 1) == u'n'))
                    found << text.mid(i, 2);
            }
            found.sort();
            found.removeDuplicates();
            return found;
        };
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "source"_L1) {
                source = xml.readElementText();
            } else if (xml.name() == "numerusform"_L1 || xml.name() == "translation"_L1) {
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                QStringList missing = holes(source);
                for (const QString &hole : holes(text))
                    missing.removeOne(hole);
                missing.removeOne(u"%n"_s); // "one product" needs no number
                if (!text.trimmed().isEmpty() && !missing.isEmpty())
                    wrong << source;
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

MESHSCOPE_TEST(TestTranslations)
#include "tst_translations.moc"
