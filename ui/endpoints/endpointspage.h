#pragma once

#include "models/items/endpointmodel.h"
#include "ui/endpoints/endpointservices.h"
#include "ui/widgets/page.h"

class QListView;
class QStackedWidget;

namespace meshscope {

class AddForm;
class EndpointView;
class StatePanel;

/// Where the mesh is read from: the list at the left, one endpoint or the form to add one at the right.
/// Options: endpoint, add (its kind, or 1).
class EndpointsPage final : public Page {
    Q_OBJECT
public:
    explicit EndpointsPage(EndpointServices services, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override;
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

public slots:
    void setProgress(const meshscope::EndpointProgress &progress);
    void refresh(); ///< endpoints or runs changed

private:
    void showChosen();
    void add(const EndpointConfig &config, const QByteArray &secret);
    void remove(const QString &endpoint, bool keepHistory);
    [[nodiscard]] QString holdingsOf(const QString &endpoint) const;

    EndpointServices m_services;
    Snapshot m_snapshot;
    EndpointProgress m_progress;
    EndpointModel m_model;
    QString m_chosen;
    bool m_isAdding = false;
    QListView *m_list;
    QStackedWidget *m_stack;
    EndpointView *m_view;
    AddForm *m_form;
    StatePanel *m_panel;
};

} // namespace meshscope
