#include "models/formats/datacontractspec.h"
#include "models/mesh/address.h"

#include <QCoreApplication>
#include <QSet>

namespace meshscope::dcs {

namespace {

/// A field together with the definition its `$ref` names: what the field does not say itself, the definition says.
class FieldView {
public:
    FieldView(const Node &field, const Node &definition)
        : m_field(field)
        , m_definition(definition)
    {
    }
    [[nodiscard]] const Node &of(std::string_view key) const { return m_field.has(key) ? m_field : m_definition; }
    [[nodiscard]] const Node &operator[](std::string_view key) const { return of(key)[key]; }
    [[nodiscard]] const Node &field() const { return m_field; }

private:
    const Node &m_field;
    const Node &m_definition;
};

class ModelReader {
public:
    ModelReader(const DocumentReader &reader, const Contract &contract)
        : m_reader(reader)
        , m_contract(contract)
    {
    }

    void readAll()
    {
        const Node &models = m_reader.map(m_reader.document(), "models");
        for (size_t i = 0; i < models.items().size(); ++i) {
            if (models.items()[i].isMap())
                read(models.keys()[i], models.items()[i]);
            else if (!models.items()[i].isNull())
                m_reader.warn(models.items()[i],
                              QCoreApplication::translate("meshscope::Formats", "The model “%1” should be an object.")
                                  .arg(models.keys()[i]));
        }
        readContractRules();
    }

private:
    static constexpr int maxColumns = 200'000; // definitions that use each other can multiply without end
    static constexpr int maxDepth = 200;

    void read(const QString &name, const Node &node)
    {
        m_dataset = Dataset();
        m_dataset.name = name;
        m_dataset.contract = m_contract.id;
        m_dataset.product = m_contract.product;
        m_dataset.domain = m_contract.domain;
        m_dataset.source = m_reader.source(node, QStringLiteral("/models/") + pointerPart(name));
        m_dataset.type = m_reader.text(node, "type");
        if (m_dataset.type.isEmpty())
            m_dataset.type = QStringLiteral("table");
        m_dataset.description = m_reader.text(node, "description");
        m_dataset.tags = m_reader.texts(node, "tags");
        nameDataset(m_dataset, m_contract, name, {}, m_reader.document().peek("models").size() == 1);
        for (const char *key : {"title", "namespace", "config", "additionalFields"})
            addProperty(m_dataset.properties, key, node[key]);
        m_ordinal = 0;
        const qsizetype first = m_reader.out().columns.size();
        readFields(m_reader.map(node, "fields"), {});
        for (const QString &key : m_reader.texts(node, "primaryKey")) {
            for (qsizetype i = first; i < m_reader.out().columns.size(); ++i) {
                Column &column = m_reader.out().columns[i];
                column.primaryKey = column.primaryKey || column.path == key;
            }
        }
        readRules(node, m_dataset.id, {});
        m_reader.out().datasets.append(m_dataset);
    }

    static QString pointerPart(QString name)
    {
        return name.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    }

    void readFields(const Node &fields, const QString &path)
    {
        for (size_t i = 0; i < fields.items().size(); ++i) {
            const Node &field = fields.items()[i];
            const QString fieldPath = path.isEmpty() ? fields.keys()[i] : path + u'.' + fields.keys()[i];
            if (field.isMap() || field.isNull())
                readField(field, fieldPath, true);
            else
                m_reader.warn(
                    field,
                    QCoreApplication::translate("meshscope::Formats", "The field “%1” should be an object.").arg(fieldPath));
        }
    }

    /// A column and what is in it; `named` is false for items of a list, which are none themselves.
    void readField(const Node &field, const QString &path, bool named)
    {
        const QString reference = m_reader.text(field, "$ref");
        const bool pushed = !reference.isEmpty();
        if (m_ordinal >= maxColumns || m_depth >= maxDepth || (pushed && m_references.contains(reference))) {
            if (!m_warned)
                m_reader.warn(field,
                              QCoreApplication::translate("meshscope::Formats",
                                                          "“%1” is not read further: its definitions refer to themselves, "
                                                          "or make too many columns.")
                                  .arg(path));
            m_warned = true;
            return;
        }
        ++m_depth;
        if (pushed)
            m_references.append(reference);
        const FieldView view(field, pushed ? definition(field, reference) : Node::null());
        if (named)
            readColumn(view, path, reference);
        else
            (void)view["type"].text();
        readFields(m_reader.map(view.of("fields"), "fields"), path);
        const Node &items = m_reader.map(view.of("items"), "items");
        if (!items.isNull())
            readField(items, path + QStringLiteral("[]"), items.peek("name").isScalar());
        for (const char *key : {"keys", "values"}) { // of maps: only what has names
            const Node &part = m_reader.map(view.of(key), key);
            if (!part.isNull())
                readField(part, path + u'.' + QLatin1String(key), false);
        }
        if (pushed)
            m_references.removeLast();
        --m_depth;
    }

    const Node &definition(const Node &field, const QString &reference)
    {
        static const QString internal = QStringLiteral("#/");
        if (!reference.startsWith(internal))
            return Node::null(); // a definition elsewhere: kept as the column's term
        const Node *node = &m_reader.document();
        for (const QString &part : reference.mid(internal.size()).split(u'/'))
            node = &(*node)[QString(part).replace(QLatin1String("~1"), QLatin1String("/")).toStdString()];
        if (node->isMap())
            return *node;
        m_reader.warn(field.peek("$ref"), QCoreApplication::translate(
                                              "meshscope::Formats", "“%1” leads nowhere. Add that definition or correct it.")
                                              .arg(reference));
        return Node::null();
    }

    void readColumn(const FieldView &field, const QString &path, const QString &reference)
    {
        const auto text = [&](std::string_view key) { return m_reader.text(field.of(key), key); };
        const auto flag = [&](std::string_view key) { return m_reader.flag(field.of(key), key); };
        Column column;
        column.dataset = m_dataset.id;
        column.path = path;
        column.ordinal = m_ordinal++;
        column.logicalType = text("type");
        if (const std::optional<bool> required = flag("required"))
            column.nullable = !*required;
        column.primaryKey = flag("primaryKey").value_or(false) || flag("primary").value_or(false);
        column.unique = flag("unique").value_or(false);
        column.description = text("description");
        column.classification = text("classification");
        const std::optional<bool> pii = flag("pii");
        if (pii)
            column.properties.append({QStringLiteral("pii"), *pii ? QStringLiteral("true") : QStringLiteral("false")});
        if (column.classification.isEmpty() && pii.value_or(false))
            column.classification = QStringLiteral("pii");
        column.tags = m_reader.texts(field.of("tags"), "tags");
        for (const char *key :
             {"title", "format", "minLength", "maxLength", "pattern", "minimum", "exclusiveMinimum", "maximum",
              "exclusiveMaximum", "precision", "scale", "enum", "example", "examples", "config", "domain"})
            addProperty(column.properties, key, field[key]);
        for (const char *part : {"items", "keys", "values"}) { // no columns of their own unless they have names
            if (const Node &below = field.of(part).peek(part); below.isMap())
                addProperty(column.properties, part, below["type"]);
        }
        addProperty(column.properties, "foreignKey", field["references"]);
        column.properties += m_reader.properties(field.of("links"), "links");
        if (reference.contains(QLatin1String("://"))) {
            Term term;
            term.id = term.url = reference;
            term.name = reference.section(u'/', -1, -1, QString::SectionSkipEmpty);
            term.source = m_reader.source(field.field());
            m_reader.out().terms.append(term);
            column.terms.append(reference);
        }
        readLineage(m_reader.map(field.of("lineage"), "lineage"), path);
        readRules(field.of("quality"), m_dataset.id, path);
        m_reader.out().columns.append(column);
    }

    void readLineage(const Node &lineage, const QString &path)
    {
        const std::vector<const Node *> inputs = m_reader.maps(lineage, "inputFields");
        const bool isSaid = !inputs.empty() && std::all_of(inputs.begin(), inputs.end(), [](const Node *input) {
            return input->peek("transformations").size() > 0;
        });
        const QString description =
            isSaid ? QString() : m_reader.firstText(lineage, {"transformationDescription", "transformationType"});
        for (const Node *input : inputs) {
            ColumnEdge edge;
            edge.fromDataset = datasetId(m_reader.text(*input, "namespace"), m_reader.text(*input, "name"));
            edge.fromColumn = m_reader.text(*input, "field");
            edge.toDataset = m_dataset.id;
            edge.toColumn = path;
            QStringList transforms;
            for (const Node *step : m_reader.maps(*input, "transformations")) {
                QStringList words{m_reader.text(*step, "type"), m_reader.text(*step, "subtype")};
                words.removeAll(QString());
                transforms.append(words.join(u'/'));
            }
            edge.transform = transforms.isEmpty() ? description : transforms.join(QStringLiteral(", "));
            m_reader.out().columnLineage.append(edge);
            if (!m_edges.contains(edge.fromDataset + u'\n' + edge.toDataset)) {
                m_edges.insert(edge.fromDataset + u'\n' + edge.toDataset);
                m_reader.out().lineage.append({edge.fromDataset, edge.toDataset, {}});
            }
        }
    }

    void readRules(const Node &owner, const QString &dataset, const QString &column)
    {
        if (owner.peek("quality").isMap())
            return; // 0.9: the whole contract's, see readContractRules()
        for (const Node *node : m_reader.maps(owner, "quality")) {
            QualityRule rule;
            rule.contract = m_contract.id;
            rule.dataset = dataset;
            rule.column = column;
            readRule(m_reader, *node, rule);
            QString place = dataset.isEmpty() ? m_contract.id : dataset;
            if (!column.isEmpty())
                place += u'/' + column;
            rule.id = m_ruleIds.next(place + u'/' + rule.name);
            m_reader.out().qualityRules.append(rule);
        }
    }

    /// `quality` of the contract: a list, or (0.9) {type: SodaCL, specification: …} in that tool's own language.
    void readContractRules()
    {
        const Node &quality = m_reader.document()["quality"];
        if (!quality.isMap() || quality.size() == 0) {
            readRules(m_reader.document(), {}, {});
            return;
        }
        QualityRule rule;
        rule.contract = m_contract.id;
        rule.type = QStringLiteral("custom");
        rule.name = m_reader.text(quality, "type");
        rule.id = m_contract.id + u'/' + rule.name;
        rule.expression = plain(quality["specification"]);
        rule.text = rule.expression;
        m_reader.out().qualityRules.append(rule);
    }

    const DocumentReader &m_reader;
    const Contract &m_contract;
    Dataset m_dataset;
    UniqueIds m_ruleIds;
    QStringList m_references; // being followed
    QSet<QString> m_edges;
    int m_ordinal = 0;
    int m_depth = 0;
    bool m_warned = false;
};

} // namespace

void readModels(const DocumentReader &reader, const Contract &contract)
{
    ModelReader(reader, contract).readAll();
}

} // namespace meshscope::dcs
