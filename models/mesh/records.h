#pragma once

#include "models/mesh/issue.h"
#include "models/mesh/kind.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// What connectors emit, the store keeps and the Mesh holds: plain values with the endpoint's own identifiers.
/// References between records are ids of the same endpoint (see SEMANTICS: addresses); an empty id means "none".
namespace meshscope {

/// Where a fact was read: bytes [begin, end) of `file` (both 0: the whole file). `file` is relative to the endpoint.
struct SourceRef {
    QString file;
    qint64 begin = 0;
    qint64 end = 0;
    QString pointer; ///< JSON pointer below that document
    int line = 0;    ///< 1-based
    bool operator==(const SourceRef &) const = default;
};

/// A person or team and the part they play: role is "owner", "steward", "member" or the source's own word.
struct PartyRole {
    QString party; ///< id of a Party, or empty when only named
    QString name;
    QString role;
    QString contact; ///< e-mail or URL
    bool operator==(const PartyRole &) const = default;
};

/// A name and a value as the source gives them: custom properties, links, prices, support channels, terms of use.
struct Property {
    QString name;
    QString value;
    bool operator==(const Property &) const = default;
};

/// What every entity has.
struct Entity {
    QString id;
    QString name;
    QString description;
    QString domain; ///< id of its Domain; empty = none
    QString lifecycle;
    QString certification;
    QStringList tags;
    QStringList terms;       ///< ids of Terms
    QList<PartyRole> owners; ///< owners, stewards, team members; role says which
    QList<Property> properties;
    SourceRef source;
    bool operator==(const Entity &) const = default;
};

struct Domain : Entity {  // `domain` is the parent
    bool implied = false; ///< made from a `domain` field, no document of its own
    bool operator==(const Domain &) const = default;
};

struct DataProduct : Entity {
    enum class Alignment : quint8 { Unknown, Source, Aggregate, Consumer };
    Alignment alignment = Alignment::Unknown;
    bool isVirtual = false;
    bool isAnalytical = false;
    QString kindText; ///< the source's own word for its kind ("report", "dashboard", …)
    QString version;
    QString purpose;
    QString limitations;
    QString usage;
    QList<Property> support;
    QList<Property> price;
    QList<Property> termsOfUse; ///< terms of use, licence, access policy as the source names them
    bool operator==(const DataProduct &) const = default;
};

struct Port : Entity { // id by portId()
    QString product;
    bool output = true;
    QString version;
    QString type;               ///< "Kafka", "table", … as given
    QString contract;           ///< id of the Contract it offers (output) or relies on (input)
    QStringList datasets;       ///< ids of Datasets it offers or reads
    QStringList inputContracts; ///< output ports: contracts of the inputs it is made from
    QList<Property> server;     ///< location, format, host … of where it is reached
    bool operator==(const Port &) const = default;
};

/// One server of a contract: how and where the data is reached, as the standard names it.
struct Server {
    QString name;
    QString type;
    QString environment;
    QString description;
    QList<Property> settings; ///< host, port, database, schema, path, format, delimiter, …
    [[nodiscard]] QString setting(QStringView key) const;
    bool operator==(const Server &) const = default;
};

/// A role a consumer can ask for (ODCS `roles`).
struct ContractRole {
    QString name;
    QString access;
    QString description;
    QStringList approvers;
    bool operator==(const ContractRole &) const = default;
};

struct Contract : Entity {
    QString standard; ///< "ODCS", "DCS", "dbt", …
    QString standardVersion;
    QString version;
    QString product; ///< id of the product it names, if it does
    QString purpose;
    QString limitations;
    QString usage;
    QList<Property> price;
    QList<Property> termsOfUse;
    QList<Server> servers;
    QList<ContractRole> roles;
    QList<Property> support;
    bool operator==(const Contract &) const = default;
};

struct Dataset : Entity { // id by datasetId(), or `<contract id>/<object name>`
    QString ns;           ///< OpenLineage namespace, empty when not derivable
    QString type;         ///< "table", "view", "topic", "file", "seed", "snapshot", "source", "model" …
    QString platform;     ///< "postgres", "kafka", "s3" …: from the namespace's scheme or the server type
    QString contract;     ///< id of the contract whose schema object it is, or empty
    QString product;      ///< product the source itself says it belongs to, or empty
    QStringList aliases;  ///< other ids it is known by (symlinks, former names)
    std::optional<qint64> rowCount;
    std::optional<qint64> byteCount;
    bool dropped = false; ///< its last life-cycle change was a drop
    bool operator==(const Dataset &) const = default;
};

struct Column {
    QString dataset;
    QString path;    ///< nested parts joined by `.`, array items by `[]`
    int ordinal = 0; ///< position in the dataset, from 0, depth first
    QString logicalType;
    QString physicalType;
    std::optional<bool> nullable;
    bool primaryKey = false;
    bool unique = false;
    bool partition = false;
    bool critical = false;
    QString description;
    QString classification; ///< as given: "personal", "confidential", "PII", …
    QStringList tags;
    QStringList terms;
    QList<Property> properties;
    bool operator==(const Column &) const = default;
};

struct Job : Entity { // id `namespace/name`
    QString ns;
    QString type;        ///< "model", "BATCH", "STREAMING", …
    QString parent;      ///< id of the job it runs under (hierarchy of processors)
    QString integration; ///< "dbt", "SPARK", "FLINK" …
    QString sql;
    QDateTime lastRunAt;
    QString lastRunState; ///< "COMPLETE", "FAIL", "success", …
    QString lastRunId;
    bool operator==(const Job &) const = default;
};

struct Term : Entity {
    QString url;
    bool operator==(const Term &) const = default;
};

struct Party : Entity {
    bool isTeam = false;
    QString email;
    QStringList members; ///< ids of Parties
    bool operator==(const Party &) const = default;
};

/// A promise (ODCS slaProperties and their like). Value and unit as given; health normalises.
struct ServiceLevel {
    QString id;                      ///< unique under its owner
    Kind ownerKind = Kind::Contract; ///< Contract, Product, Port or Dataset
    QString owner;                   ///< id of that owner
    QString property;                ///< "latency", "availability", … as given
    QString element;                 ///< "object.column" or empty
    QString value;                   ///< as given: "99.5", "P1D", "2027-01-01"
    QString valueTo;                 ///< ODCS valueExt
    QString unit;                    ///< as given: "d", "percent", …
    QString comparison;              ///< "<=", ">=", "=", or empty: the property's own
    QString description;
    QString driver;
    QString schedule;
    SourceRef source;
    bool operator==(const ServiceLevel &) const = default;
};

struct QualityRule {
    QString id;
    QString dataset; ///< id; empty = the whole contract
    QString contract;
    QString column; ///< path, or empty for the object
    QString name;
    QString type; ///< "library", "sql", "text", "custom", "dbt test", "assertion"
    QString dimension;
    QString text;       ///< description, or the rule in words
    QString expression; ///< SQL, engine implementation or `mustBe…` in words
    QString severity;
    bool operator==(const QualityRule &) const = default;
};

/// An observed value. `target` is an id of `targetKind`, or an address, or any id of the endpoint (kind not known).
struct Measurement {
    QDateTime at;
    QString target;
    std::optional<Kind> targetKind;
    QString property;
    QString element;
    double value = 0;
    QString unit; ///< canonical: "s", "ratio", "bytes", "rows", "1"
    std::optional<double> good;
    std::optional<double> total;
    QString source; ///< who measured: "dbt test", "OpenLineage", a file …
    QString run;
    bool operator==(const Measurement &) const = default;
};

/// `to` is made from `from`; `job` is what makes it (several jobs: several records).
struct LineageEdge {
    QString from; ///< Dataset id
    QString to;
    QString job; ///< Job id or empty
    bool operator==(const LineageEdge &) const = default;
};

struct ColumnEdge {
    QString fromDataset;
    QString fromColumn; ///< path
    QString toDataset;
    QString toColumn;
    QString job;
    QString transform; ///< "DIRECT/IDENTITY", a description, or empty
    bool operator==(const ColumnEdge &) const = default;
};

/// A product that names another one as its input, without ports that say so.
struct ProductFlow {
    enum class By : quint8 { Port, Contract, Lineage, Agreement, Declared };
    QString from; ///< Product id: upstream
    QString to;
    By by = By::Declared;
    QString via; ///< port, contract, dataset or agreement id
    bool operator==(const ProductFlow &) const = default;
};

struct RequestEvent {
    QDateTime at;
    QString by;
    QString what; ///< a state word, or "comment", "cancelled", "revoked", "extended"
    QString note;
    QString source; ///< "here", or the file it was read from
    bool operator==(const RequestEvent &) const = default;
};

/// An access agreement as the endpoint holds it (DUA 0.0.1); what Meshscope adds stands under custom.meshscope.
struct Agreement : Entity { // description = individual agreements
    QString product;
    QString port; ///< the port's name or id as given; "*" = every output port
    QString contract;
    QString providerTeam;
    QString consumerTeam;
    QString consumerUser;
    QString consumerProduct;
    QString purpose;
    QString status; ///< the vendor's word: requested, approved, rejected
    bool active = false;
    QDate from;
    QDate until;
    QStringList columns; ///< empty = all
    QString requestedBy;
    QString requestedFor;
    QString replaces;
    QString decision;
    QList<RequestEvent> events;
    bool operator==(const Agreement &) const = default;
};

/// What one reader found in one document, or all of them in one endpoint.
struct Records {
    QList<Domain> domains;
    QList<DataProduct> products;
    QList<Port> ports;
    QList<Contract> contracts;
    QList<Dataset> datasets;
    QList<Column> columns;
    QList<Job> jobs;
    QList<Term> terms;
    QList<Party> parties;
    QList<ServiceLevel> serviceLevels;
    QList<QualityRule> qualityRules;
    QList<Measurement> measurements;
    QList<LineageEdge> lineage;
    QList<ColumnEdge> columnLineage;
    QList<ProductFlow> flows;
    QList<Agreement> agreements;
    Issues issues;

    void append(Records &&other);
};

} // namespace meshscope
