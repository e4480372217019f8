#include "models/items/csv.h"

namespace meshscope {

QByteArray csvOf(const QList<QStringList> &rows)
{
    QByteArray out;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (QString cell : row) {
            if (!cell.isEmpty() && QStringView(u"=+-@\t\r").contains(cell.front()))
                cell.prepend(u'\'');
            const bool needsQuotes =
                cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
            cells << (needsQuotes ? u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"' : cell);
        }
        out += cells.join(u',').toUtf8() + "\r\n";
    }
    return out;
}

} // namespace meshscope
