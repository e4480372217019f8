#pragma once

#include "ui/widgets/delegates.h"

#include <QStandardItemModel>

namespace meshscope::test {

/// Rows with everything a table of ours can show: a sign, a strong name, a hue, a number that is a link.
inline void fill(QStandardItemModel &model, const QStringList &ids)
{
    model.clear();
    model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Domain"), QStringLiteral("Count")});
    int i = 0;
    for (const QString &id : ids) {
        auto *name = new QStandardItem(QStringLiteral("Product ") + id);
        name->setData(QStringLiteral("e/product/") + id, AddressRole);
        name->setData(i % 4, StatusRole);
        name->setData(true, StrongRole);
        auto *domain = new QStandardItem(QStringLiteral("Commerce › Orders"));
        domain->setData(QStringLiteral("e/domain/%1").arg(i), HueRole);
        auto *count = new QStandardItem(QString::number(100 * i));
        count->setData(int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        count->setData(QStringLiteral("e/list/") + id, LinkRole);
        model.appendRow({name, domain, count});
        ++i;
    }
}

} // namespace meshscope::test
