#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace meshscope {

class ElidedLabel;

/// An endpoint that is being read: how far it is, what of each kind came so far, what was asked, how long it will take.
class ProgressPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressPanel(QWidget *parent = nullptr);
    void setProgress(const EndpointProgress &progress);

private:
    QProgressBar *m_bar;
    QLabel *m_left;
    QLabel *m_kinds;
    ElidedLabel *m_what;
};

/// "about 2 min left"; empty when nobody can tell.
[[nodiscard]] QString leftText(const std::optional<qint64> &millis);

} // namespace meshscope
