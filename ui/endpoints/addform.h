#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace meshscope {

/// Adds a folder: a form in the page, nothing modal. Says at once what is wrong with a path.
class AddForm final : public QWidget {
    Q_OBJECT
public:
    explicit AddForm(QWidget *parent = nullptr);
    void setError(const QString &text); ///< why the last try was refused
    void clear();

signals:
    void addRequested(const QString &path, const QString &name);
    void cancelled();

private:
    void check();
    void browse();
    QLineEdit *m_path;
    QLineEdit *m_name;
    QLabel *m_say;
    QWidget *m_add;
};

} // namespace meshscope
