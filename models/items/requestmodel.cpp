#include "models/items/requestmodel.h"

#include "models/mesh/itemroles.h"

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

QString detailOf(const AccessRequest &request)
{
    const QString who = !request.requestedFor.isEmpty() ? request.requestedFor : request.requestedBy;
    QString when;
    if (request.state == RequestState::Granted || request.state == RequestState::Expiring)
        when = request.until.isValid()
                   ? RequestModel::tr("until %1").arg(QLocale().toString(request.until, QLocale::ShortFormat))
                   : RequestModel::tr("without an end");
    else if (request.changed.isValid())
        when = requestStateName(request.state) + u", "_s + QLocale().toString(request.changed.date(), QLocale::ShortFormat);
    else
        when = requestStateName(request.state);
    return who.isEmpty() ? when : who + u" · "_s + when;
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
    const QString portName = port.isValid() ? mesh.name(port) : request.port.id.section(u'/', -2, -2);
    return portName.isEmpty() ? productName : productName + u", "_s + portName;
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

void RequestModel::setRequests(const MeshPtr &mesh, const QList<AccessRequest> &requests, const QString &filter)
{
    beginResetModel();
    m_rows.clear();
    for (int group = 0; group < 4; ++group) {
        bool headed = false;
        for (const AccessRequest &request : requests) {
            if (requestGroup(request.state) != group)
                continue;
            Row row{{}, request, requestTitle(*mesh, request), detailOf(request)};
            if (!matches(row.title + u' ' + row.detail + u' ' + request.purpose + u' ' + request.id, filter))
                continue;
            if (!headed)
                m_rows.append(Row{groupName(group), {}, {}, {}});
            headed = true;
            m_rows.append(std::move(row));
        }
    }
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
    case DetailRole: return row.detail;
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
