#include "models/catalogs/dcat/blanknodes.h"

#include "models/catalogs/paged.h"

#include <QHash>

namespace meshscope {

namespace {

/// Calls `each` with every text that begins with "_:" and is one name; what it gives back takes its place.
template<class Each>
QByteArray replaced(const QByteArray &json, const Each &each)
{
    QByteArray out;
    out.reserve(json.size());
    qsizetype done = 0;
    for (qsizetype at = json.indexOf("\"_:"); at >= 0; at = json.indexOf("\"_:", at)) {
        const qsizetype begin = at + 1;
        const qsizetype end = json.indexOf('"', begin);
        if (end < 0)
            break;
        out.append(json.constData() + done, begin - done);
        out.append(each(json.mid(begin, end - begin)));
        done = end;
        at = end + 1;
    }
    out.append(json.constData() + done, json.size() - done);
    return out;
}

/// What is said of each blank node: `named` with the names, `bare` the same document without.
void collect(const Node &named, const Node &bare, QHash<QByteArray, QByteArray> &said)
{
    if (named.isMap() && named.peek("@id").isScalar()) {
        const QByteArray id = named["@id"].text().toUtf8();
        if (id.startsWith("_:") && named.size() > 1) // not only a reference
            said[id] += fingerprint(bare, {});
    }
    for (size_t i = 0; i < std::min(named.items().size(), bare.items().size()); ++i)
        collect(named.items()[i], bare.items()[i], said);
}

} // namespace

QByteArray withStableBlankNodes(const QByteArray &json)
{
    if (!json.contains("\"_:"))
        return json;
    const Parsed named = parseDocuments(json, Syntax::Json);
    const Parsed bare = parseDocuments(replaced(json, [](const QByteArray &) { return QByteArray("_:"); }), Syntax::Json);
    if (named.error || bare.error || named.documents.empty() || bare.documents.empty())
        return json;
    QHash<QByteArray, QByteArray> said;
    collect(named.documents.front(), bare.documents.front(), said);
    return replaced(json, [&](const QByteArray &name) {
        const QByteArray what = said.value(name);
        return what.isEmpty() ? name : "_:" + what.left(12).toHex();
    });
}

} // namespace meshscope
