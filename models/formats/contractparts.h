#pragma once

#include "models/formats/documentreader.h"

/// What data contracts of every standard share: servers, names of datasets, rules, service levels.
namespace meshscope {

/// One of a contract's servers; every field becomes a setting but those that the record has itself.
[[nodiscard]] Server readServer(const DocumentReader &reader, const Node &node, const QString &name);

/// Gives a dataset its identity: by the server that is in production (else the first that can tell), the OpenLineage
/// name; by none, `<contract id>/<object name>`. Names on other servers of that environment are aliases. `alone`: the
/// contract has no other object; else a server that gives all of them one name (a path, a topic) names none.
void nameDataset(Dataset &dataset, const Contract &contract, const QString &objectName, const QString &physicalName,
                 bool alone);

/// `mustBe…` keys and their like of a quality rule in words: "> 1000000 rows".
[[nodiscard]] QString comparisonText(const Node &rule);

/// Fills text, expression, type and severity of a rule as ODCS 3 and the Data Contract Specification write it.
void readRule(const DocumentReader &reader, const Node &node, QualityRule &rule);

/// Makes ids unique under their owner: the second "latency" becomes "latency#2".
class UniqueIds {
public:
    [[nodiscard]] QString next(const QString &wanted);

private:
    QHash<QString, int> m_seen;
};

} // namespace meshscope
