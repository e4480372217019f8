#include "models/formats/schemacolumns.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

constexpr int maxDepth = 64;
constexpr int maxColumns = 100'000;

class AvroReader {
public:
    AvroReader(const QString &dataset, Records &out)
        : m_dataset(dataset)
        , m_out(out)
    {
    }

    void read(const Node &record)
    {
        m_open.append(&record);
        readRecord(record, {}, {}, 0);
    }

private:
    /// Fields of a record. `space` is the namespace that names without one belong to.
    void readRecord(const Node &record, QString space, const QString &prefix, int depth)
    {
        if (depth > maxDepth)
            return;
        declare(record, space);
        for (const char *key : {"type", "namespace", "name"})
            record[key].use();
        const Node &fields = record["fields"];
        fields.use();
        for (const Node &field : fields.items()) {
            if (field.isMap() && !field["name"].text().isEmpty() && m_ordinal < maxColumns)
                readField(field, space, prefix + field["name"].text(), depth);
        }
    }

    struct Type {
        const Node *node = &Node::null();
        QString space;
        bool nullable = false;
        QString name;
    };

    /// Names a record, enum or fixed for references to it; moves `space` into its own.
    void declare(const Node &type, QString &space)
    {
        QString name = type["name"].text();
        if (name.contains(u'.'))
            space = name.section(u'.', 0, -2);
        else if (const QString own = type["namespace"].text(); !own.isEmpty())
            space = own;
        name = name.section(u'.', -1);
        if (!name.isEmpty())
            m_named.insert(space.isEmpty() ? name : space + u'.' + name, &type);
    }

    /// The type behind a union with null, a name, or `{"type": {…}}`.
    Type typeOf(const Node &given, const QString &space)
    {
        Type type{&given, space, false, {}};
        for (int step = 0; step < maxDepth; ++step) {
            const Node &node = *type.node;
            if (node.isSequence()) {
                const Node *other = nullptr;
                QStringList names;
                for (const Node &branch : node.items()) {
                    if (branch.isScalar() && branch.text() == u"null"_s) {
                        type.nullable = true;
                        continue;
                    }
                    other = other ? &Node::null() : &branch;
                    names.append(typeOf(branch, type.space).name);
                }
                node.use();
                if (names.size() != 1 || !other) {
                    type.name = names.join(u'|');
                    type.node = &Node::null();
                    return type;
                }
                type.node = other;
            } else if (node.isScalar()) {
                type.name = node.text();
                const Node *known = m_named.value(type.name);
                if (!known)
                    known = m_named.value(type.space + u'.' + type.name);
                if (!known)
                    return type;
                type.node = known;
                type.name = (*known)["name"].text().section(u'.', -1);
                return type;
            } else if (node.isMap() && !node["type"].isScalar() && !node["type"].isNull()) {
                type.node = &node["type"];
            } else {
                type.name = node["type"].text();
                return type;
            }
        }
        return type;
    }

    void readField(const Node &field, const QString &space, const QString &path, int depth)
    {
        const Type type = typeOf(field["type"], space);
        Column column;
        column.dataset = m_dataset;
        column.path = path;
        column.ordinal = m_ordinal++;
        column.nullable = type.nullable;
        column.logicalType = type.name;
        column.physicalType = type.name;
        if (type.node->isMap()) {
            if (const QString logical = (*type.node)["logicalType"].text(); !logical.isEmpty())
                column.logicalType = logical;
            for (const char *key : {"precision", "scale", "symbols", "size"})
                addProperty(column.properties, key, (*type.node)[key]);
        }
        if (const QString logical = field["logicalType"].text(); !logical.isEmpty())
            column.logicalType = logical;
        column.description = field["doc"].text();
        for (const char *key : {"default", "aliases", "order"})
            addProperty(column.properties, key, field[key]);
        m_out.columns.append(std::move(column));
        readBelow(type, path, depth + 1);
    }

    void readBelow(const Type &given, const QString &path, int depth)
    {
        Type type = given;
        QString below = path;
        for (; depth <= maxDepth && type.node->isMap(); ++depth) {
            const QString kind = (*type.node)["type"].text();
            if (kind == u"array"_s) {
                below += u"[]"_s;
                type = typeOf((*type.node)["items"], type.space);
            } else if (kind == u"map"_s) {
                below += u".values"_s;
                type = typeOf((*type.node)["values"], type.space);
            } else {
                break;
            }
        }
        if (!type.node->isMap() || m_open.contains(type.node))
            return;
        QString space = type.space;
        const QString kind = (*type.node)["type"].text();
        if (kind == u"record"_s || kind == u"error"_s) {
            m_open.append(type.node);
            readRecord(*type.node, space, below + u'.', depth);
            m_open.removeLast();
        } else if (kind == u"enum"_s || kind == u"fixed"_s) {
            declare(*type.node, space);
        }
    }

    const QString m_dataset;
    Records &m_out;
    QHash<QString, const Node *> m_named;
    QList<const Node *> m_open; // being read: records that hold themselves end
    int m_ordinal = 0;
};

} // namespace

void readAvroSchema(const Node &schema, const QString &dataset, Records &out)
{
    AvroReader(dataset, out).read(schema);
}

} // namespace meshscope
