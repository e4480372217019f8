#pragma once

#include "models/catalogs/connector.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meshscope {

/// The labelled rows of a form whose fields come and go with the kind of endpoint and the way to sign in; those few people
/// need are behind “More options”.
class FormRows final : public QWidget {
    Q_OBJECT
public:
    /// For which kinds and ways to sign in a row is there.
    using Fits = std::function<bool(const EndpointKind &kind, const QString &auth)>;
    enum class Place : quint8 { Always, More };

    explicit FormRows(QWidget *parent = nullptr);
    /// The label of the row.
    QLabel *add(const QString &title, QWidget *field, const Fits &fits, Place place = Place::Always);
    /// A field for one line, found by `name`. `note`: what it is for, below it.
    QLineEdit *addEdit(const QString &name, const QString &title, const QString &hint, const Fits &fits,
                       Place place = Place::Always, const QString &note = {});
    void addMoreButton(); ///< rows of Place::More follow
    /// Puts something right of the field that was added last.
    void addBeside(QWidget *beside);

    void showFor(const EndpointKind &kind, const QString &auth);
    [[nodiscard]] bool fits(const QWidget *field, const EndpointKind &kind, const QString &auth) const;
    [[nodiscard]] QLabel *labelOf(const QWidget *field) const;
    [[nodiscard]] const QList<QLineEdit *> &edits() const { return m_edits; }
    void setMore(bool isOpen);

signals:
    void changed();   ///< what stands in a field
    void submitted(); ///< Enter in a field
    void moreToggled();

private:
    struct Row {
        QLabel *label;
        QWidget *field;
        QWidget *note; ///< may be null
        Fits fits;
        Place place;
    };
    QGridLayout *m_grid;
    const int m_lineHeight; ///< of a field
    QPushButton *m_more = nullptr;
    QList<Row> m_rows;
    QList<QLineEdit *> m_edits;
};

} // namespace meshscope
