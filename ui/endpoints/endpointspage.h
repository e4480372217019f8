#pragma once

#include "models/items/endpointmodel.h"
#include "ui/endpoints/endpointservices.h"
#include "ui/widgets/page.h"

class QListView;
class QStackedWidget;

namespace meshscope {

class AddForm;
class EndpointView;
class WorkerQueue;
class StatePanel;
class VaultBar;

/// Where the mesh is read from: the list at the left, one endpoint or the form to add one at the right.
/// Options: endpoint, add (its kind, or 1), edit or copy (an endpoint's name).
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
    void setProgress(const QList<meshscope::EndpointProgress> &running);
    void refresh(); ///< endpoints or runs changed

private:
    void build();
    void connectView();
    void showChosen();
    void showProgress();
    void showForm(const QString &option, const QString &value);
    void update(const QString &endpoint, const QString &done, const std::function<void(StoredEndpoint &)> &how);
    void add(const EndpointInput &input);
    void change(const EndpointInput &input);
    void pin(const QString &endpoint, const QString &fingerprint);
    void readAgain(const QString &endpoint);
    bool takeForm(const Result<QString> &done);
    void closeForm();
    [[nodiscard]] const StoredEndpoint *endpointNamed(const QString &name) const;
    [[nodiscard]] bool isFormOpen() const { return !m_form.first.isEmpty(); }
    void remove(const QString &endpoint, bool keepHistory);
    [[nodiscard]] QString holdingsOf(const QString &endpoint) const;

    EndpointServices m_services;
    Snapshot m_snapshot;
    QList<EndpointProgress> m_progress;
    EndpointModel m_model;
    QString m_chosen;
    std::pair<QString, QString> m_form; ///< add, edit or copy, and of what; empty: one endpoint is shown
    QListView *m_list;
    QStackedWidget *m_stack;
    EndpointView *m_view;
    AddForm *m_addForm;
    StatePanel *m_panel;
    VaultBar *m_vault;
    WorkerQueue *m_worker;
};

} // namespace meshscope
