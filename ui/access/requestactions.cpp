#include "ui/access/requestactions.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// In the order they stand; sending is the basket's.
constexpr RequestMove shownMoves[] = {RequestMove::Retry,  RequestMove::Cancel, RequestMove::Review, RequestMove::Approve,
                                      RequestMove::Reject, RequestMove::Revoke, RequestMove::Extend};

QString moveIcon(RequestMove move)
{
    switch (move) {
    case RequestMove::Approve: return u"check"_s;
    case RequestMove::Reject:
    case RequestMove::Cancel:
    case RequestMove::Revoke: return u"close"_s;
    case RequestMove::Extend: return u"calendar"_s;
    case RequestMove::Retry: return u"sync"_s;
    default: return {};
    }
}

} // namespace

RequestActions::RequestActions(QWidget *parent)
    : QWidget(parent)
    , m_fields(new QWidget(this))
    , m_note(new QLineEdit(m_fields))
    , m_untilLabel(makeLabel(tr("Until"), TextRole::Base, &Tokens::muted, m_fields))
    , m_until(new QDateEdit(m_fields))
    , m_edit(plainButton(tr("Edit in the basket"), u"edit"_s, this))
{
    setGround(this, &Tokens::surface);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(12), px(20), px(12));
    buildFields(column);
    buildButtons(column);
    setRequest({}, {});
}

void RequestActions::buildFields(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout(m_fields);
    row->setContentsMargins(0, 0, 0, 0);
    m_note->setObjectName(u"decisionNote"_s);
    m_note->setPlaceholderText(tr("A note for the other side"));
    m_note->setAccessibleName(m_note->placeholderText());
    row->addWidget(m_note, 1);
    row->addWidget(m_untilLabel);
    m_until->setObjectName(u"decisionUntil"_s);
    m_until->setAccessibleName(tr("Until"));
    m_until->setCalendarPopup(true);
    connect(m_until, &QDateEdit::dateChanged, this, [this] { m_isUntilChosen = m_isUntilChosen || !m_isFilling; });
    row->addWidget(m_until);
    column->addWidget(m_fields);
}

void RequestActions::buildButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    m_edit->setObjectName(u"editDraft"_s);
    connect(m_edit, &QPushButton::clicked, this, &RequestActions::editRequested);
    row->addWidget(m_edit);
    for (const RequestMove move : shownMoves) {
        QPushButton *button =
            makeButton(requestMoveName(move), move == RequestMove::Approve ? ButtonLook::Main : ButtonLook::Plain,
                       moveIcon(move), this);
        button->setObjectName(u"move%1"_s.arg(int(move)));
        connect(button, &QPushButton::clicked, this, [this, move] { press(move); });
        row->addWidget(button);
        m_buttons.insert(move, button);
    }
    row->addStretch(1);
    QPushButton *dossier = quietButton(tr("Dossier"), u"export"_s, this);
    dossier->setObjectName(u"dossier"_s);
    connect(dossier, &QPushButton::clicked, this, &RequestActions::dossierRequested);
    row->addWidget(dossier);
}

void RequestActions::setRequest(const AccessRequest &request, const QList<RequestMove> &moves)
{
    const bool isSame = request.id == m_request;
    m_request = request.id;
    if (!isSame) {
        m_note->clear();
        m_isUntilChosen = false;
        m_pressed.clear();
    }
    m_isFilling = true;
    if (!m_isUntilChosen)
        m_until->setDate(request.until.isValid() ? request.until : QDate::currentDate().addMonths(6));
    m_isFilling = false;
    const auto show = [this](QWidget *widget, bool isShown) {
        const QWidget *focus = QApplication::focusWidget();
        if (!isShown && focus && (widget == focus || widget->isAncestorOf(focus)))
            parentWidget()->setFocus(); // it goes with the state it belonged to; Tab goes on from here
        widget->setVisible(isShown);
    };
    const bool isDated = moves.contains(RequestMove::Extend) || moves.contains(RequestMove::Approve);
    m_untilLabel->setVisible(isDated);
    show(m_until, isDated);
    show(m_fields, isDated || moves.contains(RequestMove::Reject) || moves.contains(RequestMove::Revoke));
    show(m_edit, request.state == RequestState::Draft);
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        show(it.value(), moves.contains(it.key()));
    const bool isInForce = request.state == RequestState::Granted || request.state == RequestState::Expiring;
    m_buttons.value(RequestMove::Cancel)->setText(isInForce ? tr("Give back") : requestMoveName(RequestMove::Cancel));
}

void RequestActions::setBusy(bool isBusy)
{
    if (std::exchange(m_isBusy, isBusy) == isBusy)
        return;
    if (isBusy && m_pressed && m_pressed->hasFocus())
        parentWidget()->setFocus();
    else if (isBusy)
        m_pressed.clear();
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(!isBusy);
    if (!isBusy && m_pressed && !m_pressed->isHidden() && parentWidget()->hasFocus())
        m_pressed->setFocus();
}

void RequestActions::press(RequestMove move)
{
    m_pressed = m_buttons.value(move);
    const bool isDated = move == RequestMove::Approve || move == RequestMove::Extend;
    emit moveRequested(move, m_note->text(), isDated ? m_until->date() : QDate());
}

} // namespace meshscope
