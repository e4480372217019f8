#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

/// Folder → folders it may include (its own is always allowed). This is the table of the design, word for word.
const QMap<QString, QStringList> &allowed()
{
    static const QMap<QString, QStringList> table = [] {
        const QStringList models{u"models/mesh"_s,    u"models/formats"_s,  u"models/catalogs"_s, u"models/catalogs/sync"_s,
                                 u"models/store"_s,   u"models/graph"_s,    u"models/health"_s,   u"models/access"_s,
                                 u"models/samples"_s, u"models/security"_s, u"models/items"_s,    u"models/catalogs/http"_s};
        QStringList vendors;
        QMap<QString, QStringList> t{
            {u"models/mesh"_s, {}},
            {u"models/formats"_s, {u"models/mesh"_s}},
            {u"models/graph"_s, {u"models/mesh"_s}},
            {u"models/health"_s, {u"models/mesh"_s}},
            {u"models/store"_s, {u"models/mesh"_s}},
            {u"models/security"_s, {u"models/mesh"_s}},
            {u"models/catalogs"_s, {u"models/mesh"_s, u"models/formats"_s, u"models/security"_s, u"models/catalogs/http"_s}},
            {u"models/catalogs/http"_s, {u"models/mesh"_s, u"models/security"_s}},
            {u"models/catalogs/sync"_s,
             {u"models/mesh"_s, u"models/formats"_s, u"models/security"_s, u"models/catalogs"_s, u"models/catalogs/http"_s,
              u"models/store"_s}},
            {u"models/access"_s, {u"models/mesh"_s, u"models/formats"_s, u"models/store"_s, u"models/security"_s}},
            {u"models/samples"_s, {u"models/mesh"_s, u"models/formats"_s, u"models/security"_s, u"models/access"_s}},
            {u"models/items"_s, {u"models/mesh"_s, u"models/health"_s, u"models/access"_s, u"models/store"_s}},
            {u"ui/theme"_s, {u"models/mesh"_s}},
            {u"ui/widgets"_s, {u"models/mesh"_s, u"ui/theme"_s}},
            {u"ui/graph"_s, {u"ui/theme"_s, u"ui/widgets"_s, u"models/graph"_s, u"models/mesh"_s}},
        };
        // One folder a vendor, which only the table of kinds knows.
        for (const QString &vendor :
             {u"ckan"_s, u"datahub"_s, u"datazone"_s, u"dcat"_s, u"entropy"_s, u"glue"_s, u"iceberg"_s, u"marquez"_s,
              u"opendatamesh"_s, u"openmetadata"_s, u"postgresql"_s, u"trino"_s, u"unity"_s}) {
            const QString folder = u"models/catalogs/"_s + vendor;
            t.insert(folder, QStringList{u"models/catalogs"_s} + t.value(u"models/catalogs"_s));
            vendors << folder;
        }
        t[u"models/catalogs/unity"_s] << u"models/catalogs/iceberg"_s; // it speaks that protocol too
        t[u"models/catalogs"_s] += vendors;
        QStringList feature = models;
        feature << u"ui/theme"_s << u"ui/widgets"_s << u"ui/graph"_s;
        QStringList all = feature;
        for (const QString &name :
             {u"domains"_s, u"product"_s, u"search"_s, u"lineage"_s, u"access"_s, u"health"_s, u"endpoints"_s}) {
            t.insert(u"ui/"_s + name, feature);
            all << u"ui/"_s + name;
        }
        t.insert(u"ui/shell"_s, feature);
        all << u"ui/shell"_s;
        t.insert(u"app"_s, all + QStringList{u"app/cli"_s});
        t.insert(u"app/cli"_s, models + QStringList{u"app"_s});
        return t;
    }();
    return table;
}

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

struct Include {
    QString file;
    int line;
    QString what;
    bool ours;
};

QList<Include> includesBelow(const QString &root, const QStringList &folders)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"_s);
    QList<Include> found;
    for (const QString &folder : folders) {
        QDirIterator it(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
            for (int i = 0; i < lines.size(); ++i) {
                const auto match = pattern.match(lines.at(i));
                if (match.hasMatch())
                    found.append(
                        {file.fileName().mid(root.size() + 1), i + 1, match.captured(2), match.captured(1) == u"\""});
            }
        }
    }
    return found;
}

} // namespace

/// The house keeps its storeys: who may include whom.
class TestLayering : public QObject {
    Q_OBJECT
private slots:
    void foldersIncludeOnlyWhatTheyMay()
    {
        QStringList wrong;
        for (const Include &include :
             includesBelow(QStringLiteral(MESHSCOPE_SOURCE_DIR), {u"models"_s, u"ui"_s, u"app"_s})) {
            if (!include.ours || include.what.endsWith(u".moc"_s))
                continue;
            const QString from = folderOf(include.file);
            const QString to = folderOf(include.what);
            if (from == to)
                continue;
            if (!allowed().contains(from))
                wrong << u"%1: the folder is not in the table of tst_layering"_s.arg(include.file);
            else if (!allowed().value(from).contains(to))
                wrong << u"%1:%2 may not include %3"_s.arg(include.file).arg(include.line).arg(include.what);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void modelsKnowNoGui()
    {
        const QSet<QString> gui{u"QWidget"_s,      u"QColor"_s,           u"QFont"_s,   u"QIcon"_s,
                                u"QImage"_s,       u"QPainter"_s,         u"QPixmap"_s, u"QGuiApplication"_s,
                                u"QApplication"_s, u"QtWidgets"_s,        u"QtGui"_s,   u"QPalette"_s,
                                u"QBrush"_s,       u"QDesktopServices"_s, u"QAction"_s};
        QStringList wrong;
        for (const Include &include : includesBelow(QStringLiteral(MESHSCOPE_SOURCE_DIR), {u"models"_s})) {
            if (gui.contains(include.what) || include.what.startsWith(u"QtWidgets/"_s) ||
                include.what.startsWith(u"QtGui/"_s))
                wrong << u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.what);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }

    void viewsSeeNoDocumentsAndNoSql()
    {
        const QSet<QString> below{u"sqlite3.h"_s,     u"simdjson.h"_s, u"yaml.h"_s, u"git2.h"_s, u"QNetworkAccessManager"_s,
                                  u"QJsonDocument"_s, u"QSqlQuery"_s};
        QStringList wrong;
        for (const Include &include : includesBelow(QStringLiteral(MESHSCOPE_SOURCE_DIR), {u"ui"_s})) {
            if (below.contains(include.what))
                wrong << u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.what);
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    }
};

MESHSCOPE_TEST(TestLayering)
#include "tst_layering.moc"
