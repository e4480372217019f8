#include "ui/access/timeline.h"

#include "ui/theme/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

struct Word {
    QString title;
    RequestSign sign;
};

Word wordOf(const QString &what)
{
    if (what == u"draft"_s || what == u"drafted"_s)
        return {requestStateName(RequestState::Draft), RequestSign::Granted};
    if (what == u"sent"_s || what == u"requested"_s)
        return {requestStateName(RequestState::Sent), RequestSign::Granted};
    if (what == u"comment"_s)
        return {Timeline::tr("Comment"), RequestSign::Sent};
    if (what == u"extended"_s)
        return {Timeline::tr("Extended"), RequestSign::Granted};
    if (what == u"activated"_s)
        return {Timeline::tr("Activated"), RequestSign::Granted};
    if (const auto state = requestStateFromWord(what)) {
        const bool bad =
            *state == RequestState::Rejected || *state == RequestState::Revoked || *state == RequestState::Failed;
        const bool ended = *state == RequestState::Cancelled || *state == RequestState::Expired;
        return {requestStateName(*state), bad ? RequestSign::Bad : ended ? RequestSign::Ended : RequestSign::Granted};
    }
    return {what, RequestSign::Sent};
}

QString dateText(const QDate &date)
{
    return QLocale().toString(date, Timeline::tr("d MMM yyyy", "format of a day"));
}

Timeline::Step step(const QString &title, const QString &note, RequestSign sign, const QString &when, bool isDone)
{
    return {title, {}, note, when, int(sign), isDone};
}

} // namespace

QList<Timeline::Step> stepsOf(const AccessRequest &request, const PeopleNames &names)
{
    QList<Timeline::Step> steps;
    for (const RequestEvent &event : request.events) {
        const Word word = wordOf(event.what);
        steps.append({word.title, names.value(event.by, event.by), event.note, asOfText(event.at), int(word.sign), true});
    }
    switch (request.state) {
    case RequestState::Draft:
        steps.append(
            step(requestStateName(RequestState::Sent), Timeline::tr("not sent yet"), RequestSign::Draft, {}, false));
        break;
    case RequestState::Sent:
    case RequestState::InReview:
        if (request.delivery != Delivery::There) {
            steps.append(step(requestStateText(request), request.warning, RequestSign::Sent, {}, false));
            break;
        }
        steps.append(step(Timeline::tr("Decision"), Timeline::tr("waits for the owner"),
                          request.state == RequestState::Sent ? RequestSign::Sent : RequestSign::InReview, {}, false));
        break;
    case RequestState::Approved:
        steps.append(step(Timeline::tr("Granted, verified"), Timeline::tr("not yet: %1").arg(request.notGranted),
                          RequestSign::Approved, Timeline::tr("waiting"), false));
        break;
    case RequestState::Granted:
    case RequestState::Expiring:
        steps.append(step(Timeline::tr("Granted, verified"), request.verified ? request.verified->how : QString(),
                          RequestSign::Granted, request.verified ? asOfText(request.verified->at) : QString(), true));
        break;
    case RequestState::Failed:
        steps.append(step(requestStateName(RequestState::Failed), request.warning, RequestSign::Bad, {}, true));
        break;
    default: break;
    }
    const bool canExpire = request.state != RequestState::Draft && request.state <= RequestState::Expiring;
    if (request.until.isValid() && canExpire)
        steps.append(step(Timeline::tr("Expires"), {},
                          request.state == RequestState::Expiring ? RequestSign::Expiring : RequestSign::Sent,
                          dateText(request.until), false));
    return steps;
}

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("How it went"));
}

void Timeline::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    QStringList words;
    for (const Step &s : std::as_const(m_steps))
        words.append(QStringList{s.title, s.who, s.when, s.note}.join(u' ').simplified());
    setAccessibleDescription(words.join(u"; "_s));
    updateGeometry();
    update();
}

QSize Timeline::sizeHint() const
{
    return {px(360), heightForWidth(px(360))};
}

int Timeline::heightForWidth(int width) const
{
    return layOut(nullptr, width);
}

/// Where one step lies, in a left-to-right page.
struct Timeline::Line {
    qsizetype index = 0;
    int width = 0;  ///< of the page
    int top = 0;    ///< of its first line
    int height = 0; ///< of its first line
    QRect note;
    int next = 0; ///< top of the following step
};

int Timeline::layOut(QPainter *painter, int width) const
{
    const QFontMetrics strong(textFont(TextRole::Strong, QFont::DemiBold));
    const QFontMetrics small(textFont(TextRole::Small));
    const int left = px(30);
    int y = px(4);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        Line line{i, width, y, strong.height(), {}, 0};
        int bottom = y + line.height;
        if (!m_steps.at(i).note.isEmpty()) {
            const QRect room(left, bottom + px(2), std::max(px(80), width - left), 10'000);
            line.note = QRect(room.topLeft(),
                              QSize(room.width(), small.boundingRect(room, Qt::TextWordWrap, m_steps.at(i).note).height()));
            bottom = line.note.bottom();
        }
        line.next = y = bottom + px(14);
        if (painter)
            paintStep(*painter, line);
    }
    return y;
}

void Timeline::paintStep(QPainter &painter, const Line &line) const
{
    const Tokens &t = tokens(this);
    const Step &s = m_steps.at(line.index);
    const QFont strong = textFont(TextRole::Strong, QFont::DemiBold);
    const QFont base = textFont(TextRole::Base);
    const QFont small = textFont(TextRole::Small);
    const QRect page(0, 0, line.width, height());
    const auto text = [&](const QRect &rect, Qt::Alignment side, const QFont &font, const QColor &color,
                          const QString &words) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QStyle::visualRect(layoutDirection(), page, rect),
                         int(QStyle::visualAlignment(layoutDirection(), side) | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, rect.width()));
    };
    const int sign = px(14);
    const int left = px(30);
    const int middle = line.top + line.height / 2;
    const QRect signRect = QStyle::visualRect(layoutDirection(), page, QRect(1, middle - sign / 2, sign, sign));
    if (line.index + 1 < m_steps.size()) {
        const bool isDone = m_steps.at(line.index + 1).isDone;
        painter.setPen(QPen(isDone ? t.met : t.lineStrong, 1.5, isDone ? Qt::SolidLine : Qt::DotLine));
        const double x = QRectF(signRect).center().x();
        painter.drawLine(QPointF(x, middle + sign * 0.75), QPointF(x, line.next + line.height / 2.0 - sign * 0.75));
    }
    paintRequestSign(painter, signRect, RequestSign(s.sign), t);
    const int whenWidth = s.when.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(s.when) + px(12);
    const int room = std::max(0, line.width - left - whenWidth);
    const int used = std::min(room, QFontMetrics(strong).horizontalAdvance(s.title) + px(8));
    text(QRect(left, line.top, room, line.height), Qt::AlignLeft, strong, s.isDone ? t.text : t.muted, s.title);
    text(QRect(left + used, line.top, room - used, line.height), Qt::AlignLeft, base, t.muted, s.who);
    text(QRect(line.width - whenWidth, line.top, whenWidth, line.height), Qt::AlignRight, small, t.muted, s.when);
    if (!s.note.isEmpty()) { // what happened is quiet, what is still to come speaks
        painter.setFont(small);
        painter.setPen(s.isDone ? t.muted : t.text);
        painter.drawText(QStyle::visualRect(layoutDirection(), page, line.note.adjusted(0, 0, 0, 2)),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextWordWrap, s.note);
    }
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    layOut(&painter, width());
}

} // namespace meshscope
