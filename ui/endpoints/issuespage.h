#pragma once

#include "models/items/issuemodel.h"
#include "ui/endpoints/endpointservices.h"
#include "ui/widgets/page.h"

#include <QSortFilterProxyModel>

namespace meshscope {

class ElidedLabel;
class SearchField;
class StatePanel;
class TableView;

/// Every issue of the endpoints' last runs; Enter opens the file at its line. Options: q, endpoint.
class IssuesPage final : public Page {
    Q_OBJECT
public:
    explicit IssuesPage(EndpointServices services, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Issues"); }
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

private:
    void refresh();
    void openRow(const QModelIndex &index, bool newWindow);
    EndpointServices m_services;
    IssueModel m_model;
    QSortFilterProxyModel m_proxy;
    SearchField *m_field;
    ElidedLabel *m_summary;
    TableView *m_table;
    StatePanel *m_panel;
};

} // namespace meshscope
