#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// Every string of every language is translated: an unfinished one would be read in English by somebody.
class TestTranslations : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_dir;

    /// The file as it is after the strings of the sources were brought into it, which not everybody remembers to do.
    /// Without lupdate (a build without a window) it is the file as it stands.
    [[nodiscard]] QString upToDate(const QString &path) const
    {
#ifdef MESHSCOPE_LUPDATE
        const QString copy = m_dir.filePath(QFileInfo(path).fileName());
        if (!QFile::exists(copy) && !QFile::copy(path, copy))
            return {};
        QStringList arguments{u"-I"_s, u"."_s, u"app"_s, u"ui"_s, u"models"_s, u"-no-obsolete"_s, u"-silent"_s};
        if (path.endsWith(u"_en.ts"_s))
            arguments << u"-pluralonly"_s; // as ./dev translations does
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(MESHSCOPE_SOURCE_DIR));
        lupdate.start(QStringLiteral(MESHSCOPE_LUPDATE), arguments << u"-ts"_s << copy);
        if (!lupdate.waitForFinished(120'000) || lupdate.exitCode() != 0)
            return {};
        return copy;
#else
        return path;
#endif
    }

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
        QFile file(upToDate(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString context;
        QString source;
        QStringList unfinished;
        QStringList misplaced;
        int messages = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
                // where lupdate loses its way the namespace is missing, and the program then finds nothing
                if (!context.startsWith("meshscope::"_L1))
                    misplaced << context;
            } else if (xml.name() == "source"_L1)
                source = xml.readElementText();
            else if (xml.name() == "translation"_L1) {
                ++messages;
                if (xml.attributes().value("type"_L1) == "unfinished"_L1)
                    unfinished << context + u": "_s + source;
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 0);
        QVERIFY2(misplaced.isEmpty(), qPrintable(misplaced.join(u'\n')));
        QVERIFY2(unfinished.isEmpty(), qPrintable(u"./dev translations, then translate:\n"_s + unfinished.join(u'\n')));
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
