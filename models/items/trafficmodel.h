#pragma once

#include "models/mesh/traffic.h"

#include <QAbstractTableModel>

namespace meshscope {

/// What one run asked its server, in order: when, what, what came, how long it took.
class TrafficModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { At, Method, Where, Answer, Bytes, Millis, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    void setTraffic(Traffic traffic);
    [[nodiscard]] const Traffic &traffic() const { return m_traffic; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Traffic m_traffic;
};

/// "312 requests, 4.2 MB": with how many lines are kept, where that is not all.
[[nodiscard]] QString trafficSummary(const Traffic &traffic);
/// "4.2 MB" in the person's locale.
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace meshscope
