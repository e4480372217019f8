#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QMenu>
#include <QTimer>

namespace meshscope {

/// The main toolbar: back and forward, where one is, the search field, "as of", Sync, the inspector's switch.
class TopBar final : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent = nullptr);
    void setTrail(const QList<Page::Crumb> &crumbs, const QString &title);
    void setHistory(bool canGoBack, bool canGoForward);
    /// `moments`: newest first, what can be gone back to. `shown` null = now.
    void setMoments(const QDateTime &latest, const QList<QDateTime> &moments, const QDateTime &shown);
    void setSyncing(bool isSyncing);
    void setEmpty(bool isEmpty); ///< nothing to sync, search or inspect yet
    void setInspectorShown(bool isShown);
    [[nodiscard]] SearchField *searchField() const { return m_search; }

signals:
    void backRequested();
    void forwardRequested();
    void crumbOpened(const meshscope::Location &location, bool newWindow);
    void asOfRequested(const QDateTime &moment);
    void syncRequested();
    void inspectorToggled(bool shown);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *m_back;
    QToolButton *m_forward;
    QWidget *m_trail;
    SearchField *m_search;
    QPushButton *m_asOf;
    QMenu *m_moments;
    QPushButton *m_sync;
    QToolButton *m_inspector;
    QTimer m_turn;
};

} // namespace meshscope
