#pragma once

#include "models/access/request.h"
#include "models/items/requestmodel.h"
#include "models/mesh/mesh.h"
#include "ui/access/timeline.h"
#include "ui/widgets/signs.h"

#include <QWidget>

class QVBoxLayout;

namespace meshscope {

class RequestActions;

/// One request: what was asked, how it went event by event, and what the person may do now.
class RequestDetail final : public QWidget {
    Q_OBJECT
public:
    explicit RequestDetail(QWidget *parent = nullptr);
    /// `moves`: what the person may do. What is shown already stays as it is, with what is selected or typed in it.
    void setRequest(const MeshPtr &mesh, const AccessRequest &request, const QList<RequestMove> &moves,
                    const PeopleNames &names, const QString &auditLine);
    /// A move is under way: no other can be asked for.
    void setBusy(bool isBusy);
    [[nodiscard]] const AccessRequest &request() const { return m_request; }

    /// All that is said of a request, ready to be drawn.
    struct Content {
        QString title;
        QString state;
        Status tone = Status::Unknown;
        int sign = 0; ///< RequestSign
        QString product;
        QString target; ///< address of the product; empty where the mesh has none
        QString port;
        QString warning;
        bool isFailed = false;
        struct Line {
            QString name;
            QString value;
            bool isMono = false;
            bool isMuted = false;
            bool operator==(const Line &) const = default;
        };
        QList<Line> facts;
        QString audit;
        QList<Timeline::Step> steps;
        bool operator==(const Content &) const = default;
    };

signals:
    void moveRequested(const QString &id, meshscope::RequestMove move, const QString &note, const QDate &until);
    void openRequested(const QString &address, bool newWindow);
    void editRequested(const QString &id); ///< a draft
    void dossierRequested(const QString &id);

private:
    void build();
    void addHead();
    void addPath();
    void addFacts();
    void addTimeline();

    AccessRequest m_request;
    Content m_shown;
    QVBoxLayout *m_body;
    RequestActions *m_actions;
};

} // namespace meshscope
