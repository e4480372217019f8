#pragma once

#include "ui/endpoints/endpointservices.h"
#include "ui/widgets/page.h"

class QPlainTextEdit;
class QPushButton;

namespace meshscope {

class AddressLabel;
class NoticeBar;
class StatePanel;

/// A file of an endpoint as text, one line lit, what is wrong with it above. Options: endpoint, file, line.
class FilePage final : public Page {
    Q_OBJECT
public:
    explicit FilePage(EndpointServices services, QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QList<Crumb> crumbs() const override;
    [[nodiscard]] Location location() const override { return m_location; }
    void setLocation(const Location &location) override;
    void setSnapshot(const Snapshot &snapshot) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    [[nodiscard]] bool isOfFolder() const;
    void lightLine();
    [[nodiscard]] QString option(const char *key) const;
    [[nodiscard]] QString diskPath() const; ///< where it is now; empty when it is not below the endpoint's folder
    EndpointServices m_services;
    Location m_location{QStringLiteral("file"), {}, {}};
    AddressLabel *m_path;
    NoticeBar *m_issue;
    QPlainTextEdit *m_text;
    StatePanel *m_panel;
    QPushButton *m_open;
};

} // namespace meshscope
