#include "models/formats/references.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

QString folderOf(const QString &file)
{
    const qsizetype slash = file.lastIndexOf(u'/');
    return slash < 0 ? QString() : file.left(slash + 1);
}

/// `https://…`, `urn:…`, `mailto:…`: somewhere that is not a file. `file:` is one, and leads out of the folder.
bool isElsewhere(const QString &reference)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]+:"_s);
    return reference.contains(scheme) && !reference.startsWith(u"file:"_s, Qt::CaseInsensitive);
}

} // namespace

const Node *atPointer(const Node &from, const QString &pointer)
{
    const Node *node = &from;
    const QStringList parts = pointer.split(u'/');
    for (qsizetype i = 1; i < parts.size(); ++i) {
        QString part = parts[i];
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        node->use();
        if (node->isSequence()) {
            bool isNumber = false;
            const qsizetype index = part.toInt(&isNumber);
            if (!isNumber || index < 0 || index >= node->size())
                return nullptr;
            node = &node->items()[size_t(index)];
        } else if (const std::string key = part.toStdString(); node->has(key)) {
            node = &(*node)[key];
        } else {
            return nullptr;
        }
    }
    return node;
}

References::References(const Node &root, const ReadContext &context, Records &out)
    : m_root(root)
    , m_context(context)
    , m_out(out)
{
}

void References::warn(const Node &at, const QString &reference, const QString &why)
{
    m_out.issues.append(issueAt(Issue::Severity::Warning, m_context, at,
                                QCoreApplication::translate("meshscope::Dpds", "$ref %1: %2").arg(reference, why)));
}

Located References::followed(Located at)
{
    constexpr int deepest = 16;
    QSet<const Node *> seen;
    const Node *const first = at.node;
    for (int step = 0; at.node->isMap() && at.node->peek("$ref").type() == Node::Type::String; ++step) {
        const Node &reference = at.node->peek("$ref");
        const bool wasUsed = seen.contains(at.node);
        seen.insert(at.node);
        const QString path = reference.text();
        if (isElsewhere(path))
            return at;
        if (wasUsed || step == deepest) {
            warn(first->peek("$ref"), path,
                 QCoreApplication::translate("meshscope::Dpds", "the references go in a circle. Name what is meant."));
            return {&Node::null(), at.file};
        }
        const QString file = path.section(u'#', 0, 0);
        const QString pointer = decoded(path.section(u'#', 1));
        const Node *target = file.isEmpty() && at.file == m_context.file ? &m_root : load(at, file, reference);
        if (!target)
            return at;
        const Located document{target, file.isEmpty() ? at.file : QDir::cleanPath(folderOf(at.file) + decoded(file))};
        target = pointer.isEmpty() || pointer.startsWith(u'/') ? atPointer(*document.node, pointer) : nullptr;
        if (!target) {
            warn(reference, path,
                 QCoreApplication::translate("meshscope::Dpds", "there is no such place in the document. Correct it."));
            return at;
        }
        target->use();
        at = {target, document.file};
    }
    return at;
}

const Node *References::load(const Located &from, const QString &file, const Node &at)
{
    const QString name = decoded(file);
    const QString key = file.isEmpty() ? from.file : QDir::cleanPath(folderOf(from.file) + name);
    if (const auto known = m_files.constFind(key); known != m_files.cend())
        return *known;
    const auto refuse = [&](const QString &why) {
        warn(at, file, why);
        m_files.insert(key, nullptr);
        return nullptr;
    };
    if (!m_context.readRelative)
        return refuse(QCoreApplication::translate("meshscope::Dpds", "other files cannot be read here"));
    const Result<QByteArray> bytes = m_context.readRelative(from.file, name);
    if (!bytes)
        return refuse(bytes.error().text);
    Parsed parsed = parseDocuments(*bytes, guessSyntax(bytes->left(4096), name));
    if (parsed.error || parsed.documents.empty())
        return refuse(parsed.error ? QCoreApplication::translate("meshscope::Dpds", "line %1: %2")
                                         .arg(parsed.error->where.line)
                                         .arg(parsed.error->text)
                                   : QCoreApplication::translate("meshscope::Dpds", "it is empty"));
    const Node *const document = &m_parsed.emplace_back(std::move(parsed)).documents.front();
    m_files.insert(key, document);
    return document;
}

const Node &References::parsed(const Node &text, const QString &hint)
{
    if (text.type() != Node::Type::String)
        return Node::null();
    if (const auto known = m_texts.constFind(&text); known != m_texts.cend())
        return **known;
    const QByteArray bytes = text.text().toUtf8();
    Parsed result = parseDocuments(bytes, guessSyntax(bytes.left(4096), hint));
    const Node *node = &Node::null();
    if (!result.error && !result.documents.empty() && !result.documents.front().isScalar())
        node = &m_parsed.emplace_back(std::move(result)).documents.front();
    m_texts.insert(&text, node);
    return *node;
}

QList<Property> References::unreadElsewhere() const
{
    QList<Property> unread;
    QStringList names = m_files.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const Node *const node = m_files.value(name);
        if (!node)
            continue;
        for (const Node::Field &field : node->unused()) {
            if (!field.value.isEmpty())
                unread.append({name + u": "_s + field.path, field.value});
        }
    }
    for (const Parsed &file : m_parsed) {
        const Node &node = file.documents.front(); // texts that were parsed
        const bool isText = std::any_of(m_texts.cbegin(), m_texts.cend(), [&](const Node *n) { return n == &node; });
        const QList<Node::Field> fields = isText ? node.unused() : QList<Node::Field>();
        for (const Node::Field &field : fields)
            unread.append({u"rawContent: "_s + field.path, field.value});
    }
    return unread;
}

} // namespace meshscope
