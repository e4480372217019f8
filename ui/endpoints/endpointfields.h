#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QWidget>

class QComboBox;
class QCompleter;
class QLineEdit;

namespace meshscope {

class FormRows;
class LoginPanel;

/// The fields of an endpoint's form: those its kind and its way to sign in need, the rest behind “More options”. Knows at
/// once what is wrong with a path or an address.
class EndpointFields final : public QWidget {
    Q_OBJECT
public:
    explicit EndpointFields(const EndpointServices &services, QWidget *parent = nullptr);
    void clear();
    /// As the endpoint is, to be changed or copied; without its secret, which is kept where it is.
    void setEndpoint(const StoredEndpoint &endpoint, bool isCopy);
    void setKind(const QString &kind); ///< of one there is; others change nothing
    void setPin(const QString &fingerprint);
    void apply(const Recognised &found);                               ///< its kind, its address, and what follows from that
    [[nodiscard]] bool isKindChosen() const { return m_isKindChosen; } ///< by hand
    [[nodiscard]] QString location() const;
    [[nodiscard]] const EndpointKind &kind() const;
    [[nodiscard]] QString description() const; ///< of the kind
    [[nodiscard]] QString problem() const;     ///< of what stands there so far; empty when there is none
    [[nodiscard]] bool isComplete() const;
    /// What stands there; Usage when a way to sign in lacks something.
    [[nodiscard]] Result<EndpointInput> input() const;
    void setRefused(bool isRefused); ///< the location
    [[nodiscard]] QWidget *firstField() const;

signals:
    void changed();
    void submitted(); ///< Enter in a field

private:
    /// A field that is an option as it stands; of one kind alone, or of all.
    struct OptionField {
        QString option;
        QLineEdit *edit;
        QString kind;
    };
    void addPathRow();
    void addSignInRows();
    void addOAuthRows();
    void addAwsRows();
    void addOwnRows();
    void addRoadRows();
    [[nodiscard]] QString auth() const;
    [[nodiscard]] bool isOpen() const; ///< whether the kind is still to be found, or chosen
    [[nodiscard]] bool isDatabase() const;
    void showKind();
    void showRows();
    void browse();

    const QList<EndpointKind> m_kinds;
    std::optional<StoredEndpoint> m_base; ///< what is changed or copied
    bool m_isCopy = false;
    bool m_isKindChosen = false;
    FormRows *m_rows;
    QList<OptionField> m_options;
    QComboBox *m_kind;
    QLineEdit *m_path = nullptr;
    QCompleter *m_folders = nullptr;
    QWidget *m_choose = nullptr;
    QComboBox *m_auth;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_region = nullptr;
    QLineEdit *m_awsKey = nullptr;
    QLineEdit *m_authorities = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_name = nullptr;
    LoginPanel *m_login;
};

} // namespace meshscope
