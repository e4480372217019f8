#pragma once

#include "models/items/endpointmodel.h"
#include "ui/shell/syncrunner.h"
#include "ui/widgets/labels.h"

#include <QProgressBar>
#include <QToolButton>

namespace meshscope {

class StatusSign;

/// The bottom line: how complete the copy is, what is wrong with it, what was just said, what is being read.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);
    void setCompleteness(const Completeness &all);
    void setProgress(const SyncRunner::State &state); ///< an empty endpoint hides it
    void say(const QString &text);                    ///< for some seconds
    [[nodiscard]] QString said() const { return m_said->text(); }

signals:
    void issuesRequested(bool newWindow);
    void endpointsRequested(bool newWindow);
    void cancelRequested();

private:
    StatusSign *m_sign;
    LinkLabel *m_complete;
    StatusSign *m_warning;
    CountLink *m_issues;
    ElidedLabel *m_said;
    ElidedLabel *m_syncing;
    QProgressBar *m_bar;
    QLabel *m_percent;
    QToolButton *m_cancel;
    QTimer m_fade;
};

} // namespace meshscope
