#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace meshscope {

class AddressProbe;
class ConnectionPanel;
class EndpointFields;

/// Adds an endpoint, changes or copies one: a form in the page, nothing modal. Its connection can be tested before.
class AddForm final : public QWidget {
    Q_OBJECT
public:
    explicit AddForm(const EndpointServices &services, QWidget *parent = nullptr);
    void setError(const QString &text); ///< why the last try was refused
    void setBusy(bool isBusy);          ///< what was typed is being kept
    void clear();                       ///< for another one to add
    void setKind(const QString &kind);  ///< of one there is; others change nothing
    void edit(const StoredEndpoint &endpoint);
    void copy(const StoredEndpoint &endpoint);

signals:
    void addRequested(const meshscope::EndpointInput &input);
    void changeRequested(const meshscope::EndpointInput &input);
    void cancelled();

private:
    enum class Purpose : quint8 { Add, Edit, Copy };
    void build();
    void setPurpose(Purpose purpose, const QString &name);
    void check();
    void submit();
    void test();

    Purpose m_purpose = Purpose::Add;
    QLabel *m_title;
    QLabel *m_what;
    EndpointFields *m_fields;
    QLabel *m_say;
    QPushButton *m_add;
    QPushButton *m_test;
    QPushButton *m_cancel;
    ConnectionPanel *m_connection;
    AddressProbe *m_probe;
    QPointer<QWidget> m_focus;
};

} // namespace meshscope
