#pragma once

#include "models/mesh/mesh.h"

#include <QUrlQuery>
#include <QWidget>

namespace meshscope {

class HealthReport;
class SearchIndex;

/// Where a page is: `view` (map find lineage access health endpoints product start issues) and what it shows there.
struct Location {
    QString view;
    QString address;   ///< of the thing shown, or empty
    QUrlQuery options; ///< depths, filters, selection, scroll: whatever brings the same picture back
    /// One more option; what is empty is left out. Options are kept percent-encoded: an address may hold an encoded "/".
    void add(const char *name, const QString &value);
    [[nodiscard]] QString option(const char *name) const; ///< decoded; empty when there is none
    [[nodiscard]] QString toString() const; ///< `meshscope:view/<view>?address=…`; an address alone is its deep link
    [[nodiscard]] static Location parse(const QString &text);
    bool operator==(const Location &) const = default;
};

/// What every view draws from, replaced whole after a sync. Never null once the window is shown; may be an empty mesh.
struct Snapshot {
    MeshPtr mesh;
    std::shared_ptr<const HealthReport> health;
    std::shared_ptr<const SearchIndex> search; ///< null until it is built
    QDateTime asOf;                            ///< null = now
};

/// One page of the window. Built in its constructor; takes snapshots; says where it wants to go. Two pages never talk.
class Page : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString title() const = 0; ///< last breadcrumb
    /// Links before the title: name and location.
    struct Crumb {
        QString text;
        Location location;
    };
    [[nodiscard]] virtual QList<Crumb> crumbs() const { return {}; }
    [[nodiscard]] virtual Location location() const = 0;
    virtual void setLocation(const Location &location) = 0;
    /// A new mesh: keep the person's selection by address.
    virtual void setSnapshot(const Snapshot &snapshot) = 0;

signals:
    void openRequested(const meshscope::Location &location, bool newWindow = false);
    void selected(const QString &address); ///< fills the inspector; empty clears it
    void locationChanged();                ///< title, crumbs or options: the shell updates its bars and history
    void said(const QString &text);        ///< a short sentence for the status bar
};

} // namespace meshscope
