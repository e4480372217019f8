#include "ui/access/requestdetail.h"

#include "models/items/requestmodel.h"
#include "models/mesh/itemroles.h"
#include "models/samples/masking.h"
#include "ui/access/requestactions.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/statepanel.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
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
    RequestChip(const RequestDetail::Content &content, QWidget *parent)
        : QWidget(parent)
        , m_text(content.state)
        , m_tone(content.tone)
        , m_sign(content.sign)
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
    return sensitive == 0
               ? RequestDetail::tr("%1, none of them personal or confidential").arg(count)
               : RequestDetail::tr("%1, of them %Ln personal or confidential", nullptr, int(sensitive)).arg(count);
}

QList<RequestDetail::Content::Line> factsOf(const Mesh &mesh, const AccessRequest &request, const PeopleNames &names)
{
    QList<RequestDetail::Content::Line> facts;
    const auto add = [&](const QString &name, const QString &value, bool isMono = false, bool isMuted = false) {
        if (!value.isEmpty())
            facts.append({name, value, isMono, isMuted});
    };
    add(RequestDetail::tr("Asked by"), requestedByWhom(request, names));
    add(RequestDetail::tr("Purpose"), request.purpose);
    add(RequestDetail::tr("Columns"), columnSummary(mesh, request));
    add({}, request.columns.join(u", "_s), true, true);
    add(RequestDetail::tr("From, until"), RequestDetail::tr("%1 to %2")
                                              .arg(dateOrNone(request.from, RequestDetail::tr("the decision")),
                                                   dateOrNone(request.until, RequestDetail::tr("no end"))));
    add(RequestDetail::tr("Status there"), request.vendorState);
    add(RequestDetail::tr("Takes the place of"), request.replaces, true);
    add(RequestDetail::tr("Number"), request.id, true, true);
    return facts;
}

RequestDetail::Content contentOf(const MeshPtr &mesh, const AccessRequest &request, const PeopleNames &names,
                                 const QString &auditLine)
{
    RequestDetail::Content content;
    content.title = requestTitle(*mesh, request);
    content.state = request.state == RequestState::Approved  ? RequestDetail::tr("Approved, not granted")
                    : request.state == RequestState::Granted ? RequestDetail::tr("Granted, verified")
                                                             : requestStateText(request);
    content.tone = toneOf(request.state);
    RequestModel signs;
    signs.setRequests(mesh, {request});
    content.sign = signs.data(signs.index(1), RequestSignRole).toInt();
    const NodeId port = mesh->find(request.port);
    const NodeId product = port.isValid() ? mesh->productOf(port) : mesh->find(request.product);
    QStringList path = product.isValid() ? mesh->domainPath(product) : QStringList();
    if (product.isValid()) {
        path.append(mesh->name(product));
        content.target = mesh->address(product).toString();
        content.port = port.isValid() ? mesh->name(port) : QString();
    }
    content.product = path.isEmpty() ? request.port.toString() : path.join(u" › "_s);
    content.warning = request.warning;
    content.isFailed = request.state == RequestState::Failed;
    content.facts = factsOf(*mesh, request, names);
    content.audit = auditLine;
    content.steps = stepsOf(request, names);
    return content;
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
    m_actions = new RequestActions(this);
    outer->addWidget(makeLine(Qt::Horizontal, this));
    outer->addWidget(m_actions);
    connect(m_actions, &RequestActions::moveRequested, this,
            [this](RequestMove move, const QString &note, const QDate &until) {
                emit moveRequested(m_request.id, move, note, until);
            });
    connect(m_actions, &RequestActions::editRequested, this, [this] { emit editRequested(m_request.id); });
    connect(m_actions, &RequestActions::dossierRequested, this, [this] { emit dossierRequested(m_request.id); });
}

void RequestDetail::setBusy(bool isBusy)
{
    m_actions->setBusy(isBusy);
}

void RequestDetail::setRequest(const MeshPtr &mesh, const AccessRequest &request, const QList<RequestMove> &moves,
                               const PeopleNames &names, const QString &auditLine)
{
    m_request = request;
    m_actions->setRequest(request, moves);
    // Drawn anew only where it says something else: a press, a selected text and the focus stay.
    Content content = contentOf(mesh, request, names, auditLine);
    if (content == m_shown)
        return;
    m_shown = std::move(content);
    build();
}

void RequestDetail::build()
{
    const QWidget *focus = QApplication::focusWidget();
    const QString focused = focus && focus->objectName() == u"requestProduct"_s ? focus->objectName() : QString();
    while (QLayoutItem *item = m_body->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    addHead();
    addFacts();
    addTimeline();
    m_body->addStretch(1);
    if (!focused.isEmpty())
        findChild<QWidget *>(focused)->setFocus();
}

void RequestDetail::addHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    ElidedLabel *title = makeElided(m_shown.title, TextRole::Title, &Tokens::text, head);
    title->setObjectName(u"requestTitle"_s);
    row->addWidget(title, 1);
    auto *chip = new RequestChip(m_shown, head);
    chip->setObjectName(u"requestState"_s);
    row->addWidget(chip);
    m_body->addWidget(head);
    addPath();
    if (!m_shown.warning.isEmpty()) {
        auto *notice = new NoticeBar(this);
        notice->setObjectName(u"requestWarning"_s);
        notice->setAccessibleName(m_shown.warning);
        notice->setNotice(m_shown.isFailed ? Status::Breached : Status::AtRisk, m_shown.warning);
        m_body->addWidget(notice);
    }
    m_body->addSpacing(px(4));
    m_body->addWidget(makeLine(Qt::Horizontal, this));
}

void RequestDetail::addPath()
{
    auto *path = new QWidget(this);
    auto *line = new QHBoxLayout(path);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(px(4));
    auto *link = new LinkLabel(m_shown.product, path);
    link->setObjectName(u"requestProduct"_s);
    link->setLink(!m_shown.target.isEmpty());
    connect(link, &LinkLabel::opened, this, [this](bool newWindow) { emit openRequested(m_shown.target, newWindow); });
    line->addWidget(link);
    if (!m_shown.port.isEmpty()) {
        line->addWidget(makeLabel(tr("output port"), TextRole::Base, &Tokens::muted, path));
        line->addWidget(makeElided(m_shown.port, TextRole::Mono, &Tokens::text, path));
    }
    line->addStretch(1);
    m_body->addWidget(path);
}

void RequestDetail::addFacts()
{
    auto *facts = new QWidget(this);
    auto *grid = new QGridLayout(facts);
    grid->setContentsMargins(0, px(8), 0, px(8));
    grid->setHorizontalSpacing(px(20));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(1, 1);
    for (const Content::Line &line : std::as_const(m_shown.facts)) {
        QLabel *label = makeLabel(line.value, line.isMono ? TextRole::Mono : TextRole::Base,
                                  line.isMuted ? &Tokens::muted : &Tokens::text, facts);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setAccessibleName(line.name + u": "_s + line.value);
        const int row = grid->rowCount();
        if (!line.name.isEmpty())
            grid->addWidget(makeLabel(line.name, TextRole::Base, &Tokens::muted, facts), row, 0, Qt::AlignTop);
        grid->addWidget(label, row, 1);
    }
    m_body->addWidget(facts);
    m_body->addWidget(makeLine(Qt::Horizontal, this));
}

void RequestDetail::addTimeline()
{
    m_body->addWidget(new SectionHead(tr("How it went"), m_shown.audit, this));
    auto *timeline = new Timeline(this);
    timeline->setObjectName(u"timeline"_s);
    timeline->setSteps(m_shown.steps);
    m_body->addWidget(timeline);
}

} // namespace meshscope
