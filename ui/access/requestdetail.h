#pragma once

#include "models/access/request.h"
#include "models/items/requestmodel.h"
#include "models/mesh/mesh.h"

#include <QWidget>

class QDateEdit;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace meshscope {

/// One request: what was asked, how it went event by event, and what the person may do now.
class RequestDetail final : public QWidget {
    Q_OBJECT
public:
    explicit RequestDetail(QWidget *parent = nullptr);
    /// `moves`: what the person may do. A note that is being typed stays while the same request is shown.
    void setRequest(const MeshPtr &mesh, const AccessRequest &request, const QList<RequestMove> &moves,
                    const PeopleNames &names, const QString &auditLine);
    [[nodiscard]] const AccessRequest &request() const { return m_request; }

signals:
    void moveRequested(const QString &id, meshscope::RequestMove move, const QString &note, const QDate &until);
    void openRequested(const QString &address, bool newWindow);
    void editRequested(const QString &id); ///< a draft
    void dossierRequested(const QString &id);

private:
    struct Typed;
    [[nodiscard]] Typed typed() const;
    void restore(const Typed &typed);
    void addHead();
    void addFacts();
    void addTimeline(const QString &auditLine);
    void addActions(const QList<RequestMove> &moves);
    void clear();

    MeshPtr m_mesh;
    AccessRequest m_request;
    PeopleNames m_names;
    QVBoxLayout *m_body;
    QWidget *m_actions;
    QLineEdit *m_note = nullptr;
    QDateEdit *m_until = nullptr;
};

} // namespace meshscope
