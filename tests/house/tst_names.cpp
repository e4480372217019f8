#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Two types of one name in one namespace: the linker takes one of them for both, without a word.
class TestNames : public QObject {
    Q_OBJECT

private slots:
    void everyTypeHasANameOfItsOwn()
    {
        static const QRegularExpression opened(u"^namespace(?: ([\\w:]+))? \\{"_s);
        static const QRegularExpression defined(
            u"^(?:class|struct|enum class|union) (\\w+)(?: final)?(?: :[^;]*)?(?: \\{)?$"_s);
        const QDir root(QStringLiteral(MESHSCOPE_SOURCE_DIR));
        QMap<QString, QStringList> files; // type → where it is defined
        for (const QString &folder : {u"app"_s, u"models"_s, u"ui"_s}) {
            QDirIterator it(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                QStringList around;
                for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                    if (const auto match = opened.match(line); match.hasMatch())
                        around.append(match.captured(1));
                    else if (line.startsWith(u"} // namespace") && !around.isEmpty())
                        around.removeLast();
                    else if (const auto type = defined.match(line); type.hasMatch() && !around.contains(QString()))
                        files[around.join(u"::"_s) + u"::"_s + type.captured(1)].append(
                            root.relativeFilePath(file.fileName()));
                }
            }
        }
        QVERIFY(files.size() > 300);
        QStringList shared;
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            if (it->size() > 1)
                shared.append(it.key() + u": "_s + it->join(u", "_s));
        }
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
    }
};

MESHSCOPE_TEST(TestNames)
#include "tst_names.moc"
