#pragma once

#include "ui/endpoints/endpointservices.h"

#include <QWidget>

class QComboBox;
class QCompleter;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meshscope {

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
    using Fits = std::function<bool(const EndpointKind &kind, const QString &auth)>;
    /// One row; `fits` tells for which kinds and ways to sign in it is there.
    struct Row {
        QLabel *label;
        QWidget *field;
        Fits fits;
        bool isMore = false;
    };
    /// A field that is an option as it stands.
    struct OptionField {
        QString option;
        QLineEdit *edit;
    };
    QLineEdit *addField(const char *name, const QString &title, const QString &hint, const Fits &fits, bool isMore = false);
    void addOption(const char *option, const QString &title, const QString &hint, const Fits &fits, bool isMore = false);
    void addRow(const QString &title, QWidget *field, const Fits &fits, bool isMore = false);
    void addPathRow();
    void addSignInRows();
    void addMoreRows();
    void addOwnRows();
    [[nodiscard]] QString auth() const;
    void showKind();
    void showRows();
    void browse();
    void watch(QLineEdit *field);

    const QList<EndpointKind> m_kinds;
    std::optional<StoredEndpoint> m_base; ///< what is changed or copied
    bool m_isCopy = false;
    bool m_isKindChosen = false;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    QList<OptionField> m_options;
    QList<QLineEdit *> m_edits;
    QComboBox *m_kind;
    QLabel *m_pathLabel;
    QLineEdit *m_path;
    QCompleter *m_folders = nullptr;
    QWidget *m_choose = nullptr;
    QComboBox *m_auth;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_authorities = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_name = nullptr;
    QPushButton *m_more = nullptr;
    LoginPanel *m_login;
};

} // namespace meshscope
