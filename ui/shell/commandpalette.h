#pragma once

#include "models/health/health.h"
#include "models/mesh/searchindex.h"
#include "ui/widgets/page.h"

#include <QAbstractListModel>
#include <QAction>
#include <QListView>
#include <QPointer>

namespace meshscope {

class SearchField;

/// What the one field finds: things of the mesh, then commands of the window, then the way to all results.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    struct Entry {
        enum Type { Thing, Command, AllResults, Nothing };
        Type type = Thing;
        QString text;
        QString detail;
        QString iconName;
        QString hue;
        QString address;
        QPointer<QAction> action;
    };
    using QAbstractListModel::QAbstractListModel;
    void setEntries(QList<Entry> entries);
    [[nodiscard]] const Entry &entry(int row) const { return m_entries[row]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<Entry> m_entries;
};

/// The list below the search field. Typing stays in the field: arrows move here, Enter opens, Esc leaves.
class CommandPalette final : public QWidget {
    Q_OBJECT
public:
    /// Lies over `window`, belongs to `field`.
    CommandPalette(SearchField *field, QWidget *window);
    void setSnapshot(const Snapshot &snapshot);
    void setCommands(const QList<QAction *> &commands) { m_commands = commands; }
    void start(); ///< focus into the field, everything selected
    [[nodiscard]] const PaletteModel &model() const { return m_model; }

signals:
    void thingOpened(const QString &address, bool newWindow);
    void allRequested(const QString &query, bool newWindow);
    void left(); ///< the focus may go back to the page

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void search();
    void place();
    void open(const QModelIndex &index, bool newWindow);
    void move(int by);
    [[nodiscard]] QList<PaletteModel::Entry> things(const QString &query) const;
    [[nodiscard]] QList<PaletteModel::Entry> commands(const QString &query, int most) const;

    SearchField *m_field;
    QListView *m_list;
    PaletteModel m_model;
    Snapshot m_snapshot;
    QList<QAction *> m_commands;
};

} // namespace meshscope
