#pragma once

#include "models/access/request.h"

#include <QWidget>

class QLineEdit;

namespace meshscope {

/// Who is sitting here: name, e-mail and teams, which decide what is mine and what I may decide.
class ProfileForm final : public QWidget {
    Q_OBJECT
public:
    explicit ProfileForm(QWidget *parent = nullptr);
    void setProfile(const Profile &profile);

signals:
    void saved(const meshscope::Profile &profile);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Profile m_profile;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_teams;
};

} // namespace meshscope
