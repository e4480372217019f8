#include "models/items/requestmodel.h"

#include "models/mesh/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// Numbers of RequestSign (ui/widgets/signs.h): the item roles speak in plain ints.
int signOf(RequestState state)
{
    switch (state) {
    case RequestState::Draft: return 0;
    case RequestState::Sent: return 1;
    case RequestState::InReview: return 2;
    case RequestState::Approved: return 3;
    case RequestState::Granted: return 4;
    case RequestState::Expiring: return 5;
    case RequestState::Rejected:
    case RequestState::Revoked:
    case RequestState::Failed: return 6;
    case RequestState::Cancelled:
    case RequestState::Expired: break;
    }
    return 7;
}

QString groupName(int group)
{
    switch (group) {
    case 0: return RequestModel::tr("Draft");
    case 1: return RequestModel::tr("Open");
    case 2: return RequestModel::tr("Access");
    default: return RequestModel::tr("Closed");
    }
}

QString whenOf(const AccessRequest &request)
{
    const QString changed = shortDate(request.changed.toLocalTime().date());
    const QString until = shortDate(request.until);
    if (request.delivery != Delivery::There)
        return requestStateText(request);
    switch (request.state) {
    case RequestState::Granted:
    case RequestState::Expiring:
        return request.until.isValid() ? RequestModel::tr("until %1").arg(until) : RequestModel::tr("without an end");
    case RequestState::Expired: return RequestModel::tr("ended %1").arg(until.isEmpty() ? changed : until);
    case RequestState::Failed: return RequestModel::tr("not sent, see why");
    default: break;
    }
    if (changed.isEmpty())
        return requestStateText(request);
    switch (request.state) {
    case RequestState::Draft: return RequestModel::tr("kept %1").arg(changed);
    case RequestState::Sent: return RequestModel::tr("sent %1").arg(changed);
    case RequestState::InReview: return RequestModel::tr("in review, %1").arg(changed);
    case RequestState::Approved: return RequestModel::tr("approved %1").arg(changed);
    case RequestState::Rejected: return RequestModel::tr("rejected %1").arg(changed);
    case RequestState::Cancelled: return RequestModel::tr("cancelled %1").arg(changed);
    default: return RequestModel::tr("revoked %1").arg(changed);
    }
}

bool matches(const QString &text, const QString &filter)
{
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString requestTitle(const Mesh &mesh, const AccessRequest &request)
{
    const NodeId port = mesh.find(request.port);
    const NodeId product = port.isValid() ? mesh.productOf(port) : mesh.find(request.product);
    const QString productName = product.isValid() ? mesh.name(product) : request.product.id;
    QString portName = port.isValid() ? mesh.name(port) : request.port.id.section(u'/', -2, -2);
    if (portName == u"*")
        portName = RequestModel::tr("all ports");
    QStringList names{productName, portName}; // a table somebody asks for may be in no product
    names.removeAll(QString());
    return names.join(u", "_s);
}

int requestGroup(RequestState state)
{
    switch (state) {
    case RequestState::Draft:
    case RequestState::Failed: return 0;
    case RequestState::Sent:
    case RequestState::InReview:
    case RequestState::Approved: return 1;
    case RequestState::Granted:
    case RequestState::Expiring: return 2;
    default: return 3;
    }
}

QString requestedByWhom(const AccessRequest &request, const PeopleNames &names)
{
    const QString by = names.value(request.requestedBy, request.requestedBy);
    const QString team = names.value(request.requestedFor, request.requestedFor);
    if (by.isEmpty() && team.isEmpty())
        return RequestModel::tr("not named by the catalog");
    if (by.isEmpty())
        return RequestModel::tr("%1 (the catalog names no person)").arg(team);
    return team.isEmpty() ? by : RequestModel::tr("%1, on behalf of %2").arg(by, team);
}

QString requestedForWhom(const AccessRequest &request, const PeopleNames &names)
{
    const QString &who = !request.requestedFor.isEmpty() ? request.requestedFor : request.requestedBy;
    return names.value(who, who);
}

QString shortDate(const QDate &date)
{
    const bool isThisYear = date.year() == QDate::currentDate().year();
    return date.isValid() ? QLocale().toString(date, isThisYear ? u"d MMM"_s : u"d MMM yyyy"_s) : QString();
}

void RequestModel::addHead(const QString &name)
{
    Row head;
    head.head = name;
    m_rows.append(head);
}

void RequestModel::setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const QString &filter,
                               const PeopleNames &names)
{
    beginResetModel();
    m_rows.clear();
    for (int group = 0; group < 4; ++group) {
        bool headed = false;
        for (const AccessRequest &request : requests) {
            if (requestGroup(request.state) != group)
                continue;
            Row row{{}, request, requestTitle(*mesh, request), requestedForWhom(request, names), whenOf(request)};
            const QStringList searched{row.title,
                                       row.who,
                                       row.when,
                                       request.requestedBy,
                                       request.requestedFor,
                                       request.purpose,
                                       request.id,
                                       requestStateText(request)};
            if (!matches(searched.join(u' '), filter))
                continue;
            if (!headed)
                addHead(groupName(group));
            headed = true;
            m_rows.append(std::move(row));
        }
    }
    endResetModel();
}

void RequestModel::setByEnd(const MeshPtr &mesh, const QList<AccessRequest> &requests, const QDate &today,
                            const PeopleNames &names)
{
    QList<AccessRequest> ahead;
    QList<AccessRequest> past;
    for (const AccessRequest &request : requests) {
        const bool counts = request.state == RequestState::Approved || requestGroup(request.state) == 2;
        if (request.until.isValid() && counts)
            ahead.append(request);
        else if (request.until.isValid() && request.state == RequestState::Expired)
            past.append(request);
    }
    std::stable_sort(ahead.begin(), ahead.end(), [](const auto &a, const auto &b) { return a.until < b.until; });
    std::stable_sort(past.begin(), past.end(), [](const auto &a, const auto &b) { return a.until > b.until; });
    beginResetModel();
    m_rows.clear();
    const auto add = [&](const AccessRequest &request, const QString &when) {
        m_rows.append(Row{{}, request, requestTitle(*mesh, request), requestedForWhom(request, names), when});
    };
    QDate month;
    for (const AccessRequest &request : std::as_const(ahead)) {
        if (!month.isValid() || month.month() != request.until.month() || month.year() != request.until.year()) {
            month = request.until;
            addHead(QLocale().toString(month, u"MMMM yyyy"_s));
        }
        add(request,
            tr("%1, %2").arg(shortDate(request.until), request.until == today
                                                           ? tr("today")
                                                           : tr("in %Ln days", nullptr, int(today.daysTo(request.until)))));
    }
    if (!past.isEmpty())
        addHead(tr("Has ended"));
    for (const AccessRequest &request : std::as_const(past))
        add(request, shortDate(request.until));
    endResetModel();
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == IsHeadRole)
        return !row.head.isEmpty();
    if (!row.head.isEmpty())
        return role == Qt::DisplayRole ? QVariant(row.head) : QVariant();
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case DetailRole: return row.who;
    case WhenRole: return row.when;
    case Qt::AccessibleTextRole:
        return QStringList{row.title, requestStateText(row.request), row.who, row.when}.join(u", "_s);
    case Qt::ToolTipRole: return row.request.warning.isEmpty() ? row.title : row.request.warning;
    case RequestSignRole: return signOf(row.request.state);
    case RequestIdRole: return row.request.id;
    case AddressRole: return row.request.port.toString();
    case StrongRole: return true;
    default: return {};
    }
}

Qt::ItemFlags RequestModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_rows.at(index.row()).head.isEmpty())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex RequestModel::indexOf(const QString &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).head.isEmpty() && m_rows.at(row).request.id == id)
            return index(row);
    }
    return {};
}

const AccessRequest *RequestModel::request(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || !m_rows.at(index.row()).head.isEmpty())
        return nullptr;
    return &m_rows.at(index.row()).request;
}

} // namespace meshscope
