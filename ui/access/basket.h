#pragma once

#include "models/access/request.h"
#include "models/mesh/mesh.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace meshscope {

class BasketPorts;
class ColumnChooser;
class LinkLabel;

/// The ports a person is about to ask for, with purpose, columns and an end. What is typed is handed out to be kept as a
/// draft soon after each change, so that nothing typed is ever lost.
class Basket final : public QWidget {
    Q_OBJECT
public:
    explicit Basket(QWidget *parent = nullptr);
    void setMesh(const MeshPtr &mesh);
    void setProfile(const Profile &profile);
    /// The drafts there are; keeps what is being typed for those it already holds.
    void setDrafts(const QList<AccessRequest> &drafts);
    /// Puts a port, or all output ports of a product, into the basket.
    void add(const Address &portOrProduct);
    void remove(const Address &port);
    [[nodiscard]] bool isEmpty() const { return m_drafts.isEmpty(); }
    [[nodiscard]] const QList<AccessRequest> &drafts() const { return m_drafts; }
    void edit(const QString &id);          ///< brings one of the drafts forward
    void flush();                          ///< hands out now what was typed a moment ago
    void setTemplate(const QString &text); ///< the purpose template of the domain; empty: none
    void setSaved(const QString &text);    ///< "Draft saved 14:01"
    void setProblem(const QString &text);

signals:
    void draftsChanged(const QList<meshscope::AccessRequest> &drafts); ///< to be kept
    void draftRemoved(const QString &id);
    void sendRequested(const QList<meshscope::AccessRequest> &drafts);
    void templateSaveRequested(const QString &domainAddress, const QString &text);
    void currentDomainChanged(const QString &domainAddress); ///< whose template is wanted

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showDrafts();
    void updateHints();
    void touched();
    void build();
    void connectFields();
    void discard();
    [[nodiscard]] QString topDomain() const;

    MeshPtr m_mesh;
    Profile m_profile;
    QList<AccessRequest> m_drafts;
    qsizetype m_current = 0; ///< port whose columns are shown
    bool m_isFilling = false;
    bool m_isSure = false; ///< "Discard" was pressed once
    QTimer m_save;

    QLabel *m_title;
    QLabel *m_saved;
    QWidget *m_form; ///< everything below the ports: shown when there are some
    BasketPorts *m_ports;
    QPlainTextEdit *m_purpose;
    LinkLabel *m_template;
    QLabel *m_hint;
    ColumnChooser *m_columns;
    QDateEdit *m_until;
    QComboBox *m_for;
    QLabel *m_owner;
    QLabel *m_problem;
    QPushButton *m_discard;
    QPushButton *m_keep;
    QPushButton *m_send;
    QString m_templateText;
};

} // namespace meshscope
