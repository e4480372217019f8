#include "models/formats/dbtmanifest.h"

#include "models/formats/reading.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

/// dbt has no field for it: what teams write into `meta` (or `config.meta`) by custom.
QString classification(const Node &field)
{
    for (const Node *meta : {&field["meta"], &field["config"]["meta"]}) {
        for (const char *key : {"classification", "data_classification", "sensitivity"}) {
            if (const QString value = (*meta)[key].text(); !value.isEmpty())
                return value;
        }
        for (const char *key : {"pii", "contains_pii", "is_pii"}) {
            if ((*meta)[key].boolean().value_or(false))
                return u"PII"_s;
        }
    }
    return {};
}

} // namespace

void DbtColumns::read(const QString &dataset, const Node &node, bool isAgain)
{
    const Node &columns = node["columns"];
    QSet<QString> known;
    for (qsizetype i = 0; isAgain && i < m_out.columns.size(); ++i) {
        if (m_out.columns.at(i).dataset == dataset)
            known.insert(m_out.columns.at(i).path.toLower());
    }
    const qsizetype first = m_out.columns.size();
    int ordinal = int(known.size());
    for (qsizetype i = 0; columns.isMap() && i < columns.size(); ++i) {
        const Node &field = columns.items()[size_t(i)];
        Column added = column(field);
        if (added.path.isEmpty())
            added.path = columns.keys()[size_t(i)];
        if (added.path.isEmpty() || (isAgain && known.contains(added.path.toLower())))
            continue;
        added.dataset = dataset;
        added.ordinal = ordinal++;
        for (const Node &constraint : field["constraints"].items())
            applyConstraint(constraint, added);
        m_out.columns.append(std::move(added));
    }
    if (node["constraints"].size() > 0 && first < m_out.columns.size())
        applyTableConstraints(dataset, node["constraints"]);
}

/// Goes over the fields once: there are tens of thousands of columns in a large project.
Column DbtColumns::column(const Node &field) const
{
    Column column;
    for (qsizetype i = 0; field.isMap() && i < field.size(); ++i) {
        const QString &key = field.keys()[size_t(i)];
        const Node &value = field.items()[size_t(i)];
        if (value.isNull())
            continue;
        if (key == u"name") {
            column.path = value.text();
        } else if (key == u"data_type") {
            column.physicalType = value.text();
        } else if (key == u"description") {
            column.description = m_project.rendered(value.text());
        } else if (key == u"tags" && value.size() > 0) {
            column.tags += value.texts();
        } else if (key == u"meta" && value.size() > 0) {
            column.classification = classification(field);
            addDbtMeta(field, column.properties);
        } else if (key == u"config" && value.size() > 0) {
            column.tags += value["tags"].texts();
            if (field["meta"].size() == 0 && value["meta"].size() > 0) {
                column.classification = classification(field);
                addDbtMeta(field, column.properties);
            }
        }
    }
    if (column.tags.size() > 1)
        column.tags.removeDuplicates();
    return column;
}

void DbtColumns::applyConstraint(const Node &constraint, Column &column)
{
    const QString type = constraint["type"].text();
    if (type == u"not_null")
        column.nullable = false;
    else if (type == u"unique")
        column.unique = true;
    else if (type == u"primary_key")
        column.primaryKey = true;
    else
        addRule(column.dataset, column.path, constraint);
}

void DbtColumns::applyTableConstraints(const QString &dataset, const Node &constraints)
{
    for (const Node &constraint : constraints.items()) {
        const QString type = constraint["type"].text();
        const QStringList named = constraint["columns"].texts();
        const bool isUnique = type == u"unique" && named.size() == 1;
        if (!isUnique && type != u"primary_key") {
            addRule(dataset, named.join(u", "), constraint);
            continue;
        }
        for (qsizetype i = m_out.columns.size(); i-- > 0 && m_out.columns.at(i).dataset == dataset;) {
            Column &column = m_out.columns[i];
            if (named.contains(column.path, Qt::CaseInsensitive))
                (isUnique ? column.unique : column.primaryKey) = true;
        }
    }
}

/// A check, a foreign key, a key of several columns: kept as a rule in the contract's own words.
void DbtColumns::addRule(const QString &dataset, const QString &column, const Node &constraint)
{
    QualityRule rule;
    rule.type = u"constraint"_s;
    rule.text = constraint["type"].text();
    rule.name = constraint["name"].text();
    rule.dataset = dataset;
    rule.column = column;
    rule.expression = constraint["expression"].text();
    if (rule.expression.isEmpty() && !constraint["to"].text().isEmpty())
        rule.expression = constraint["to"].text() + u'(' + constraint["to_columns"].texts().join(u", ") + u')';
    rule.id = dataset + u'/' + column + u'#' + rule.text + u'#' + rule.expression;
    m_out.qualityRules.append(std::move(rule));
}

} // namespace meshscope
