#include "tests/catalogs/faketrino.h"

using namespace Qt::StringLiterals;

namespace meshscope::test {

FakeTrino::FakeTrino(Reply reply)
    : server([this](const SeenRequest &request) { return answer(request); })
    , m_reply(std::move(reply))
{
}

QStringList FakeTrino::asked() const
{
    const QMutexLocker lock(&m_mutex);
    return m_asked;
}

int FakeTrino::deleted() const
{
    const QMutexLocker lock(&m_mutex);
    return m_deleted;
}

void FakeTrino::forget()
{
    const QMutexLocker lock(&m_mutex);
    m_asked.clear();
    m_deleted = 0;
}

QByteArray FakeTrino::page(const SeenRequest &request, int query, int number, const QByteArray &content, bool isLast) const
{
    QByteArray body = "{\"id\":\"q" + QByteArray::number(query) + '"';
    if (!isLast)
        body += ",\"nextUri\":\"http://" + request.header("Host") + "/v1/statement/executing/" + QByteArray::number(query) +
                '/' + QByteArray::number(number + 1) + '"';
    return body + content + ",\"stats\":{\"state\":\"RUNNING\",\"progressPercentage\":33.3},\"warnings\":[]}";
}

Script FakeTrino::answer(const SeenRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    if (request.target == "/v1/info")
        return Script::json(R"({"nodeVersion":{"version":"476"},"environment":"test","coordinator":true,"starting":false})");
    if (!request.target.startsWith("/v1/"))
        return other(request);
    if (request.method == "POST") {
        const QString sql = QString::fromUtf8(request.body);
        m_asked.append(sql);
        const int query = int(m_queries.size()) + 1;
        m_queries.insert(query, m_reply(sql));
        return Script::json(page(request, query, 0, {}, false));
    }
    const QByteArrayList parts = request.target.split('/');
    const int query = parts.value(4).toInt();
    const int number = parts.value(5).toInt();
    if (request.method == "DELETE") {
        ++m_deleted;
        return Script::answer(204, "");
    }
    const Answer &said = m_queries[query];
    switch (number) {
    case 1: return Script::json(page(request, query, 1, ",\"columns\":" + said.columns, false));
    case 2:
        if (said.isStalled)
            return Script::stall();
        if (!std::exchange(m_wasEmpty, !m_wasEmpty)) // servers under load do that
            return Script::answer(200, "");
        return Script::json(page(request, query, 2,
                                 ",\"columns\":" + said.columns + (said.rows.isEmpty() ? "" : ",\"data\":" + said.rows),
                                 false));
    default: break;
    }
    return Script::json(page(
        request, query, 3, ",\"columns\":" + said.columns + (said.error.isEmpty() ? "" : ",\"error\":" + said.error), true));
}

QByteArray trinoColumn(const QByteArray &name, const QByteArray &type, const QByteArray &signature)
{
    return "{\"name\":\"" + name + "\",\"type\":\"" + type +
           "\",\"typeSignature\":" + (signature.isEmpty() ? "{\"rawType\":\"" + type + "\",\"arguments\":[]}" : signature) +
           '}';
}

QByteArray trinoTexts(int count)
{
    QByteArrayList columns;
    for (int i = 0; i < count; ++i)
        columns.append(trinoColumn('c' + QByteArray::number(i), "varchar"));
    return '[' + columns.join(',') + ']';
}

FakeTrino::Answer trinoLake(const QString &sql)
{
    if (sql == u"SHOW CATALOGS")
        return {trinoTexts(1), "[[\"lake\"],[\"old\"],[\"system\"]]"};
    if (sql.startsWith(u"EXPLAIN"))
        return {trinoTexts(1), "[[\"{\\\"inputTableColumnInfos\\\":[{\\\"table\\\":{\\\"catalog\\\":\\\"lake\\\","
                               "\\\"schemaTable\\\":{\\\"schema\\\":\\\"a.b\\\",\\\"table\\\":\\\"t\\\"}}}]}\"]]"};
    if (!sql.contains(u"\"lake\"") && !sql.contains(u"'lake'"))
        return {trinoTexts(7)};
    if (sql.contains(u"schemata"))
        return {trinoTexts(1), "[[\"a.b\"]]"};
    if (sql.contains(u".tables"))
        return {trinoTexts(3), "[[\"a.b\",\"t\",\"BASE TABLE\"],[\"a.b\",\"v\",\"VIEW\"],[\"a.b\",\"m\",\"BASE TABLE\"]]"};
    if (sql.contains(u".views"))
        return {trinoTexts(3), "[[\"a.b\",\"v\",\"SELECT 1\"]]"};
    if (sql.contains(u"materialized_views"))
        return {trinoTexts(3), "[[\"a.b\",\"m\",\"SELECT 2\"]]"};
    if (sql.contains(u"table_comments"))
        return {trinoTexts(3), "[[\"a.b\",\"t\",\"Every one\"]]"};
    if (sql.contains(u".columns") && sql.contains(u"ORDER BY 1, 2, 4"))
        return {trinoTexts(7),
                "[[\"a.b\",\"t\",\"id\",1,\"NO\",\"bigint\",null],"
                "[\"a.b\",\"t\",\"r\",2,\"YES\",\"row(x decimal(5, 2), \\\"y z\\\" array(row(q varchar)))\",\"PII: who\"],"
                "[\"a.b\",\"v\",\"id\",1,\"YES\",\"bigint\",null]]"};
    return {trinoTexts(3)};
}

} // namespace meshscope::test
