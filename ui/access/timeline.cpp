#include "ui/access/timeline.h"

#include "ui/theme/style.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/signs.h"

#include <QPainter>

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

QList<Timeline::Step> stepsOf(const AccessRequest &request)
{
    QList<Timeline::Step> steps;
    for (const RequestEvent &event : request.events) {
        const Word word = wordOf(event.what);
        steps.append({word.title, event.by, event.note, asOfText(event.at), int(word.sign), true});
    }
    switch (request.state) {
    case RequestState::Draft:
        steps.append(
            step(requestStateName(RequestState::Sent), Timeline::tr("not sent yet"), RequestSign::Draft, {}, false));
        break;
    case RequestState::Sent:
    case RequestState::InReview:
        steps.append(step(Timeline::tr("Decision"), Timeline::tr("waits for the owner"),
                          request.state == RequestState::Sent ? RequestSign::Sent : RequestSign::InReview, {}, false));
        break;
    case RequestState::Approved:
        steps.append(step(Timeline::tr("Granted, verified"),
                          request.from.isValid() && request.from > QDate::currentDate()
                              ? Timeline::tr("starts on %1").arg(dateText(request.from))
                              : Timeline::tr("approved, but the agreement is not active"),
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

void Timeline::setRequest(const AccessRequest &request)
{
    m_steps = stepsOf(request);
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

int Timeline::layOut(QPainter *painter, int width) const
{
    const Tokens &t = tokens(this);
    const QFont strong = textFont(TextRole::Strong, QFont::DemiBold);
    const QFont base = textFont(TextRole::Base);
    const QFont small = textFont(TextRole::Small);
    const QFontMetrics strongMetrics(strong);
    const QFontMetrics smallMetrics(small);
    const int sign = px(14);
    const int left = sign + px(16);
    int y = px(4);
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const Step &s = m_steps.at(i);
        const int top = y;
        const int line = strongMetrics.height();
        const int whenWidth = s.when.isEmpty() ? 0 : smallMetrics.horizontalAdvance(s.when) + px(12);
        int bottom = top + line;
        QRect noteRect;
        if (!s.note.isEmpty()) {
            noteRect = smallMetrics.boundingRect(QRect(left, bottom + px(2), std::max(px(80), width - left), 10'000),
                                                 Qt::TextWordWrap, s.note);
            bottom = noteRect.bottom();
        }
        if (painter) {
            const int middle = top + line / 2;
            if (i + 1 < m_steps.size()) {
                QPen pen(m_steps.at(i + 1).isDone ? t.met : t.lineStrong, 1.5);
                if (!m_steps.at(i + 1).isDone)
                    pen.setStyle(Qt::DotLine);
                painter->setPen(pen);
                painter->drawLine(QPointF(sign / 2.0 + 1, middle + sign * 0.75),
                                  QPointF(sign / 2.0 + 1, bottom + px(14) + line / 2.0 - sign * 0.75));
            }
            paintRequestSign(*painter, QRectF(1, middle - sign / 2.0, sign, sign), RequestSign(s.sign), t);
            painter->setFont(strong);
            painter->setPen(s.isDone ? t.text : t.muted);
            const QString title = strongMetrics.elidedText(s.title, Qt::ElideRight, width - left - whenWidth);
            painter->drawText(QRect(left, top, width - left - whenWidth, line), Qt::AlignLeft | Qt::AlignVCenter, title);
            const int used = strongMetrics.horizontalAdvance(title) + px(8);
            painter->setFont(base);
            painter->setPen(t.muted);
            const QString who =
                QFontMetrics(base).elidedText(s.who, Qt::ElideRight, std::max(0, width - left - used - whenWidth));
            painter->drawText(QRect(left + used, top, std::max(0, width - left - used - whenWidth), line),
                              Qt::AlignLeft | Qt::AlignVCenter, who);
            painter->setFont(small);
            painter->drawText(QRect(width - whenWidth, top, whenWidth, line), Qt::AlignRight | Qt::AlignVCenter, s.when);
            if (!s.note.isEmpty()) {
                painter->setPen(t.text);
                painter->drawText(noteRect.adjusted(0, 0, 2, 2), Qt::TextWordWrap, s.note);
            }
        }
        y = bottom + px(14);
    }
    return y;
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    layOut(&painter, width());
}

} // namespace meshscope
