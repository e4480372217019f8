#include "ui/endpoints/formrows.h"

#include "ui/theme/style.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLineEdit>

namespace meshscope {

FormRows::FormRows(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_lineHeight(QLineEdit().sizeHint().height())
{
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(8));
    m_grid->setColumnStretch(1, 1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnMinimumWidth(0, px(112)); // fields stay where they are when rows come and go
}

QLabel *FormRows::add(const QString &title, QWidget *field, const Fits &fits, Place place)
{
    auto *label = makeLabel(title, TextRole::Base, &Tokens::text, this);
    label->setBuddy(field);
    field->setAccessibleName(title);
    const int row = m_grid->rowCount();
    label->setMinimumHeight(m_lineHeight); // beside the first line of what has several
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    m_grid->addWidget(field, row, 1);
    m_rows.append({label, field, nullptr, fits, place});
    return label;
}

QLineEdit *FormRows::addEdit(const QString &name, const QString &title, const QString &hint, const Fits &fits, Place place,
                             const QString &note)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(hint);
    add(title, edit, fits, place);
    if (!note.isEmpty()) {
        auto *text = makeLabel(note, TextRole::Small, &Tokens::muted, this);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setContentsMargins(0, 0, 0, px(4));
        edit->setAccessibleDescription(note);
        m_grid->addWidget(text, m_grid->rowCount(), 1);
        m_rows.last().note = text;
    }
    m_edits.append(edit);
    connect(edit, &QLineEdit::textChanged, this, &FormRows::changed);
    connect(edit, &QLineEdit::returnPressed, this, &FormRows::submitted);
    return edit;
}

void FormRows::addMoreButton()
{
    m_more = quietButton(tr("More options"), QStringLiteral("chevron-right"), this);
    m_more->setObjectName(QStringLiteral("addMore"));
    m_more->setCheckable(true);
    m_grid->addWidget(m_more, m_grid->rowCount(), 1, Qt::AlignLeft);
    connect(m_more, &QPushButton::toggled, this, [this](bool isOn) {
        setLook(m_more, ButtonLook::Quiet, isOn ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
        emit moreToggled();
    });
}

void FormRows::addBeside(QWidget *beside)
{
    m_grid->addWidget(beside, m_grid->rowCount() - 1, 2);
}

void FormRows::setMore(bool isOpen)
{
    m_more->setChecked(isOpen);
}

void FormRows::showFor(const EndpointKind &kind, const QString &auth)
{
    bool hasMore = false;
    for (const Row &row : std::as_const(m_rows)) {
        const bool isMore = row.place == Place::More;
        const bool isThere = row.fits(kind, auth);
        hasMore = hasMore || (isThere && isMore);
        const bool isShown = isThere && (!isMore || m_more->isChecked());
        row.label->setVisible(isShown);
        row.field->setVisible(isShown);
        if (row.note)
            row.note->setVisible(isShown);
    }
    m_more->setVisible(hasMore);
}

bool FormRows::fits(const QWidget *field, const EndpointKind &kind, const QString &auth) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &r) { return r.field == field; });
    return row != m_rows.cend() && row->fits(kind, auth);
}

QLabel *FormRows::labelOf(const QWidget *field) const
{
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &r) { return r.field == field; });
    return row == m_rows.cend() ? nullptr : row->label;
}

} // namespace meshscope
