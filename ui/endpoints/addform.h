#pragma once

#include "models/catalogs/connector.h"

#include <QWidget>

class QComboBox;
class QCompleter;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace meshscope {

/// Adds an endpoint: a form in the page, nothing modal, with the fields its kind needs. Says at once what is wrong with a
/// path or an address.
class AddForm final : public QWidget {
    Q_OBJECT
public:
    explicit AddForm(QWidget *parent = nullptr);
    void setError(const QString &text); ///< why the last try was refused
    void clear();
    void setKind(const QString &kind); ///< of one there is; others change nothing

signals:
    void addRequested(const meshscope::EndpointConfig &config, const QByteArray &secret);
    void cancelled();

private:
    /// One row of the form; `fits` tells for which kinds and ways to sign in it is there.
    struct Row {
        QLabel *label;
        QWidget *field;
        std::function<bool(const EndpointKind &kind, const QString &auth)> fits;
    };
    QLineEdit *addField(const char *name, const QString &title, const QString &hint,
                        const std::function<bool(const EndpointKind &, const QString &)> &fits);
    void addRow(const QString &title, QWidget *field,
                const std::function<bool(const EndpointKind &, const QString &)> &fits);
    void addRows();
    [[nodiscard]] const EndpointKind &kind() const;
    [[nodiscard]] QString auth() const;
    [[nodiscard]] QString problem() const;
    void showKind();
    void showRows();
    void check();
    void browse();
    void submit();

    const QList<EndpointKind> m_kinds;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    QLabel *m_what;
    QComboBox *m_kind;
    QLabel *m_pathLabel;
    QLineEdit *m_path;
    QCompleter *m_folders;
    QWidget *m_choose;
    QComboBox *m_auth;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_authorities = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_say;
    QWidget *m_add = nullptr;
};

} // namespace meshscope
