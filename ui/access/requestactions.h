#pragma once

#include "models/access/request.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace meshscope {

/// What a person may do with a request now: a note, a last day, a button each. Made once and shown as they are wanted,
/// so that a press, the focus and what is being typed outlive every new reading of the requests.
class RequestActions final : public QWidget {
    Q_OBJECT
public:
    explicit RequestActions(QWidget *parent = nullptr);
    /// Note and last day stay as they were typed while it is the same request.
    void setRequest(const AccessRequest &request, const QList<RequestMove> &moves);
    /// Under way: nothing can be pressed until it is known how it went.
    void setBusy(bool isBusy);

signals:
    void moveRequested(meshscope::RequestMove move, const QString &note, const QDate &until);
    void editRequested();
    void dossierRequested();

private:
    void buildFields(QVBoxLayout *column);
    void buildButtons(QVBoxLayout *column);
    void press(RequestMove move);

    QString m_request; ///< id of the one shown
    bool m_isBusy = false;
    bool m_isFilling = false;
    bool m_isUntilChosen = false;
    QPointer<QPushButton> m_pressed; ///< gets the focus back when it can be pressed again
    QWidget *m_fields;
    QLineEdit *m_note;
    QLabel *m_untilLabel;
    QDateEdit *m_until;
    QPushButton *m_edit;
    QHash<RequestMove, QPushButton *> m_buttons;
};

} // namespace meshscope
