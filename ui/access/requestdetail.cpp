#include "ui/access/requestdetail.h"

#include "models/items/requestmodel.h"
#include "models/mesh/itemroles.h"
#include "models/samples/masking.h"
#include "ui/access/timeline.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/statepanel.h"

#include <QApplication>
#include <QDateEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// How the state of a request is said in a status' colours: granted is met, waiting is at risk, refused is breached.
Status toneOf(RequestState state)
{
    switch (state) {
    case RequestState::Granted: return Status::Met;
    case RequestState::Approved:
    case RequestState::Expiring: return Status::AtRisk;
    case RequestState::Rejected:
    case RequestState::Revoked:
    case RequestState::Failed: return Status::Breached;
    default: return Status::Unknown;
    }
}

/// State of a request in words on its soft ground, with the ring sign that fills as it goes on.
class RequestChip final : public QWidget {
public:
    RequestChip(RequestState state, int sign, QWidget *parent)
        : QWidget(parent)
        , m_text(state == RequestState::Approved  ? RequestDetail::tr("Approved, not granted")
                 : state == RequestState::Granted ? RequestDetail::tr("Granted, verified")
                                                  : requestStateName(state))
        , m_tone(toneOf(state))
        , m_sign(sign)
    {
        setAccessibleName(m_text);
        setFixedSize(QFontMetrics(textFont(TextRole::Small, QFont::Medium)).horizontalAdvance(m_text) + px(38), px(22));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(statusSoft(m_tone, t));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        const int size = px(12);
        const QRectF sign(px(8), (height() - size) / 2.0, size, size);
        paintRequestSign(painter, style()->visualRect(layoutDirection(), rect(), sign.toRect()), RequestSign(m_sign), t);
        painter.setFont(textFont(TextRole::Small, QFont::Medium));
        painter.setPen(statusTextColor(m_tone, t));
        painter.drawText(style()->visualRect(layoutDirection(), rect(), rect().adjusted(px(26), 0, -px(8), 0)),
                         Qt::AlignVCenter | Qt::AlignLeft, m_text);
    }

private:
    QString m_text;
    Status m_tone;
    int m_sign;
};

QString dateOrNone(const QDate &date, const QString &none)
{
    return date.isValid() ? QLocale().toString(date, RequestDetail::tr("d MMM yyyy", "format of a day")) : none;
}

/// "11 of 13, none of them personal or confidential"
QString columnSummary(const Mesh &mesh, const AccessRequest &request)
{
    const NodeId port = mesh.find(request.port);
    qsizetype all = 0;
    qsizetype sensitive = 0;
    for (const NodeId dataset : port.isValid() ? mesh.datasetsOf(port) : std::span<const NodeId>()) {
        for (const Column &column : mesh.columns(dataset)) {
            ++all;
            const bool isAsked = request.columns.isEmpty() || request.columns.contains(column.path);
            sensitive += isAsked && sensitivityOf(column) != Sensitivity::None ? 1 : 0;
        }
    }
    const QString count = request.columns.isEmpty()
                              ? (all > 0 ? RequestDetail::tr("all %1").arg(all) : RequestDetail::tr("all"))
                          : all > 0 ? RequestDetail::tr("%1 of %2").arg(request.columns.size()).arg(all)
                                    : QString::number(request.columns.size());
    if (all == 0)
        return count;
    return sensitive == 0 ? RequestDetail::tr("%1, none of them personal or confidential").arg(count)
                          : RequestDetail::tr("%1, of them %n personal or confidential", nullptr, int(sensitive)).arg(count);
}

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

RequestDetail::RequestDetail(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"requestScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *content = new QWidget(scroll);
    setGround(content, &Tokens::surface);
    m_body = new QVBoxLayout(content);
    m_body->setContentsMargins(px(20), px(16), px(20), px(16));
    m_body->setSpacing(px(8));
    scroll->setWidget(content);
    outer->addWidget(scroll, 1);
    m_actions = new QWidget(this);
    setGround(m_actions, &Tokens::surface);
    outer->addWidget(makeLine(Qt::Horizontal, this));
    outer->addWidget(m_actions);
}

void RequestDetail::clear()
{
    while (QLayoutItem *item = m_body->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    qDeleteAll(m_actions->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_actions->layout();
    m_note = nullptr;
    m_until = nullptr;
}

/// What a person has typed and not yet sent, and where they were.
struct RequestDetail::Typed {
    QString request;
    QString note;
    QDate until;
    QString focused; ///< name of the field or button
};

RequestDetail::Typed RequestDetail::typed() const
{
    Typed typed{m_request.id, m_note ? m_note->text() : QString(), {}, {}};
    if (m_until && m_until->property("chosen").toBool())
        typed.until = m_until->date();
    const QWidget *focus = QApplication::focusWidget();
    if (focus && m_actions->isAncestorOf(focus))
        typed.focused = focus->objectName();
    return typed;
}

void RequestDetail::restore(const Typed &typed)
{
    if (typed.request != m_request.id)
        return;
    if (m_note)
        m_note->setText(typed.note);
    if (m_until && typed.until.isValid())
        m_until->setDate(typed.until);
    if (typed.focused.isEmpty())
        return;
    if (QWidget *same = m_actions->findChild<QWidget *>(typed.focused))
        same->setFocus();
    else
        setFocus(); // the button is gone with the state it belonged to
}

void RequestDetail::setRequest(const MeshPtr &mesh, const AccessRequest &request, const QList<RequestMove> &moves,
                               const PeopleNames &names, const QString &auditLine)
{
    const Typed before = typed();
    m_mesh = mesh;
    m_request = request;
    m_names = names;
    clear();
    addHead();
    addFacts();
    addTimeline(auditLine);
    m_body->addStretch(1);
    addActions(moves);
    restore(before);
}

void RequestDetail::addHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    ElidedLabel *title = makeElided(requestTitle(*m_mesh, m_request), TextRole::Title, &Tokens::text, head);
    title->setObjectName(u"requestTitle"_s);
    row->addWidget(title, 1);
    RequestModel signs;
    signs.setRequests(m_mesh, {m_request});
    auto *chip = new RequestChip(m_request.state, signs.data(signs.index(1), RequestSignRole).toInt(), head);
    chip->setObjectName(u"requestState"_s);
    row->addWidget(chip);
    m_body->addWidget(head);

    auto *path = new QWidget(this);
    auto *line = new QHBoxLayout(path);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(4));
    const NodeId port = m_mesh->find(m_request.port);
    const NodeId product = port.isValid() ? m_mesh->productOf(port) : m_mesh->find(m_request.product);
    QStringList names = product.isValid() ? m_mesh->domainPath(product) : QStringList();
    if (product.isValid())
        names.append(m_mesh->name(product));
    auto *link = new LinkLabel(names.isEmpty() ? m_request.port.toString() : names.join(u" › "_s), path);
    link->setObjectName(u"requestProduct"_s);
    link->setLink(product.isValid());
    const QString target = product.isValid() ? m_mesh->address(product).toString() : QString();
    connect(link, &LinkLabel::opened, this, [this, target](bool newWindow) { emit openRequested(target, newWindow); });
    line->addWidget(link);
    if (port.isValid() && product.isValid()) {
        line->addWidget(makeLabel(tr("output port"), TextRole::Base, &Tokens::muted, path));
        line->addWidget(makeElided(m_mesh->name(port), TextRole::Mono, &Tokens::text, path));
    }
    line->addStretch(1);
    m_body->addWidget(path);
    if (!m_request.warning.isEmpty()) {
        auto *notice = new NoticeBar(this);
        notice->setObjectName(u"requestWarning"_s);
        notice->setAccessibleName(m_request.warning);
        notice->setNotice(m_request.state == RequestState::Failed ? Status::Breached : Status::AtRisk, m_request.warning);
        m_body->addWidget(notice);
    }
    m_body->addSpacing(px(4));
    m_body->addWidget(makeLine(Qt::Horizontal, this));
}

void RequestDetail::addFacts()
{
    auto *facts = new QWidget(this);
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, px(8), 0, px(8));
    grid->setHorizontalSpacing(px(20));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &name, const QString &value, TextRole role = TextRole::Base,
                         QColor Tokens::*color = &Tokens::text) {
        if (value.isEmpty())
            return;
        QLabel *label = makeLabel(value, role, color, facts);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAccessibleName(name + u": "_s + value);
        const int row = grid->rowCount();
        if (!name.isEmpty())
            grid->addWidget(makeLabel(name, TextRole::Base, &Tokens::muted, facts), row, 0, Qt::AlignTop);
        grid->addWidget(label, row, 1);
    };
    const auto named = [&](const QString &who) { return m_names.value(who, who); };
    add(tr("Asked by"), m_request.requestedFor.isEmpty()
                            ? named(m_request.requestedBy)
                            : tr("%1, on behalf of %2").arg(named(m_request.requestedBy), named(m_request.requestedFor)));
    add(tr("Purpose"), m_request.purpose);
    add(tr("Columns"), columnSummary(*m_mesh, m_request));
    add({}, m_request.columns.join(u", "_s), TextRole::Mono, &Tokens::muted);
    add(tr("From, until"),
        tr("%1 to %2").arg(dateOrNone(m_request.from, tr("the decision")), dateOrNone(m_request.until, tr("no end"))));
    add(tr("The document says"), m_request.vendorState);
    add(tr("Takes the place of"), m_request.replaces, TextRole::Mono);
    add(tr("Number"), m_request.id, TextRole::Mono, &Tokens::muted);
    m_body->addWidget(facts);
    m_body->addWidget(makeLine(Qt::Horizontal, this));
}

void RequestDetail::addTimeline(const QString &auditLine)
{
    m_body->addWidget(new SectionHead(tr("How it went"), auditLine, this));
    auto *timeline = new Timeline(this);
    timeline->setObjectName(u"timeline"_s);
    timeline->setRequest(m_request, m_names);
    m_body->addWidget(timeline);
}

void RequestDetail::addActions(const QList<RequestMove> &moves)
{
    auto *column = new QVBoxLayout(m_actions);
    column->setContentsMargins(px(20), px(12), px(20), px(12));
    const bool decides = moves.contains(RequestMove::Approve) || moves.contains(RequestMove::Reject) ||
                         moves.contains(RequestMove::Revoke) || moves.contains(RequestMove::Extend);
    if (decides) {
        auto *row = new QHBoxLayout;
        m_note = new QLineEdit(m_actions);
        m_note->setObjectName(u"decisionNote"_s);
        m_note->setPlaceholderText(tr("A note for the other side"));
        m_note->setAccessibleName(m_note->placeholderText());
        row->addWidget(m_note, 1);
        if (moves.contains(RequestMove::Extend) || moves.contains(RequestMove::Approve)) {
            row->addWidget(makeLabel(tr("Until"), TextRole::Base, &Tokens::muted, m_actions));
            m_until =
                new QDateEdit(m_request.until.isValid() ? m_request.until : QDate::currentDate().addMonths(6), m_actions);
            m_until->setObjectName(u"decisionUntil"_s);
            m_until->setAccessibleName(tr("Until"));
            m_until->setCalendarPopup(true);
            connect(m_until, &QDateEdit::dateChanged, m_until, [field = m_until] { field->setProperty("chosen", true); });
            row->addWidget(m_until);
        }
        column->addLayout(row);
    }
    auto *row = new QHBoxLayout;
    column->addLayout(row);
    if (m_request.state == RequestState::Draft) {
        QPushButton *edit = plainButton(tr("Edit in the basket"), u"edit"_s, m_actions);
        edit->setObjectName(u"editDraft"_s);
        connect(edit, &QPushButton::clicked, this, [this] { emit editRequested(m_request.id); });
        row->addWidget(edit);
    }
    for (const RequestMove move : moves) {
        if (move == RequestMove::Send || move == RequestMove::Fail)
            continue;
        QPushButton *button =
            makeButton(requestMoveName(move), move == RequestMove::Approve ? ButtonLook::Main : ButtonLook::Plain,
                       moveIcon(move), m_actions);
        button->setObjectName(u"move%1"_s.arg(int(move)));
        connect(button, &QPushButton::clicked, this, [this, move] {
            emit moveRequested(m_request.id, move, m_note ? m_note->text() : QString(), m_until ? m_until->date() : QDate());
        });
        row->addWidget(button);
    }
    row->addStretch(1);
    QPushButton *dossier = quietButton(tr("Dossier"), u"export"_s, m_actions);
    dossier->setObjectName(u"dossier"_s);
    connect(dossier, &QPushButton::clicked, this, [this] { emit dossierRequested(m_request.id); });
    row->addWidget(dossier);
}

} // namespace meshscope
