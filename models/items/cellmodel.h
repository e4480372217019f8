#pragma once

#include "models/mesh/itemroles.h"
#include "models/mesh/status.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace meshscope {

/// What one cell says and how it is drawn (itemroles.h); whatever is not set is not there.
struct Cell {
    QString text;
    QString detail = {};   ///< muted, after the text
    QString link = {};     ///< what a click opens
    QString iconName = {}; ///< before the text
    QString hue = {};      ///< address of the top domain
    QString tip = {};      ///< plain text
    QVariant sort = {};    ///< what the column sorts by, when not the text
    std::optional<Status> status = {};
    std::optional<Status> tone = {};
    std::optional<double> share = {};
    bool strong = false;
    bool muted = false;
    bool mono = false;
    bool chip = false;
};

/// A table of values made somewhere else: takes a whole list of rows and resets. Sorting and filtering are proxies.
class CellModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Head {
        QString text;
        bool right = false; ///< numbers
        QString tip = {};
    };
    struct Row {
        QString address; ///< the view keeps its selection by it
        QList<Cell> cells;
    };
    explicit CellModel(QList<Head> heads, QObject *parent = nullptr);
    void setRows(QList<Row> rows);
    void setTable(QList<Head> heads, QList<Row> rows);
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Head> m_heads;
    QList<Row> m_rows;
};

} // namespace meshscope
