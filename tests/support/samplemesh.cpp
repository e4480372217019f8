#include "tests/support/samplemesh.h"

namespace meshscope::test {

namespace {
const QString warehouse = QStringLiteral("postgres://db.shop.example:5432");
const QString broker = QStringLiteral("kafka://broker.shop.example:9092");

QString table(const QString &name)
{
    return datasetId(warehouse, QStringLiteral("shop.") + name);
}

SourceRef file(const QString &name)
{
    SourceRef source;
    source.file = name;
    source.line = 1;
    return source;
}

class Maker {
public:
    Records r;

    void domain(const QString &id, const QString &name, const QString &parent = {})
    {
        Domain d;
        d.id = id;
        d.name = name;
        d.domain = parent;
        d.description = name + QStringLiteral(" of the shop");
        d.source = file(QStringLiteral("domains/%1.yaml").arg(id));
        r.domains.append(d);
    }
    void party(const QString &id, const QString &name, const QString &email, bool team = false)
    {
        Party p;
        p.id = id;
        p.name = name;
        p.email = email;
        p.isTeam = team;
        r.parties.append(p);
    }
    void product(const QString &id, const QString &name, const QString &domain, DataProduct::Alignment alignment,
                 const QString &owner, const QString &description)
    {
        DataProduct p;
        p.id = id;
        p.name = name;
        p.domain = domain;
        p.alignment = alignment;
        p.description = description;
        p.lifecycle = QStringLiteral("active");
        p.version = QStringLiteral("1.0.0");
        if (!owner.isEmpty())
            p.owners.append(PartyRole{owner, {}, QStringLiteral("owner"), {}});
        p.source = file(QStringLiteral("products/%1.yaml").arg(id));
        r.products.append(p);
    }
    Port &port(const QString &product, bool output, const QString &name, const QString &contract)
    {
        Port p;
        p.product = product;
        p.output = output;
        p.name = name;
        p.version = QStringLiteral("1");
        p.contract = contract;
        p.type = QStringLiteral("table");
        p.id = portId(product, output, name, p.version);
        p.source = file(QStringLiteral("products/%1.yaml").arg(product));
        r.ports.append(p);
        return r.ports.last();
    }
    void contract(const QString &id, const QString &name, const QString &product = {})
    {
        Contract c;
        c.id = id;
        c.name = name;
        c.standard = QStringLiteral("ODCS");
        c.standardVersion = QStringLiteral("3.1.0");
        c.version = QStringLiteral("1.0.0");
        c.product = product;
        c.source = file(QStringLiteral("contracts/%1.yaml").arg(id));
        r.contracts.append(c);
    }
    Dataset &dataset(const QString &ns, const QString &name, const QString &contract = {},
                     const QString &type = QStringLiteral("table"))
    {
        Dataset d;
        d.ns = ns;
        d.name = name;
        d.id = datasetId(ns, name);
        d.contract = contract;
        d.type = type;
        d.platform = ns.section(u':', 0, 0);
        r.datasets.append(d);
        return r.datasets.last();
    }
    Column &column(const QString &dataset, const QString &path, const QString &type)
    {
        Column c;
        c.dataset = dataset;
        c.path = path;
        c.logicalType = type;
        for (auto it = r.columns.crbegin(); it != r.columns.crend(); ++it) {
            if (it->dataset == dataset) {
                c.ordinal = it->ordinal + 1;
                break;
            }
        }
        r.columns.append(c);
        return r.columns.last();
    }
    void level(const QString &contract, const QString &id, const QString &property, const QString &value,
               const QString &unit)
    {
        ServiceLevel l;
        l.id = id;
        l.owner = contract;
        l.property = property;
        l.value = value;
        l.unit = unit;
        r.serviceLevels.append(l);
    }
    void measure(const QString &target, const QString &property, const QDateTime &at, double value, const QString &unit)
    {
        Measurement m;
        m.at = at;
        m.target = target;
        m.property = property;
        m.value = value;
        m.unit = unit;
        m.source = QStringLiteral("probe");
        r.measurements.append(m);
    }
    void edge(const QString &from, const QString &to, const QString &job) { r.lineage.append(LineageEdge{from, to, job}); }
    void columnEdge(const QString &from, const QString &fromColumn, const QString &to, const QString &toColumn)
    {
        r.columnLineage.append(ColumnEdge{from, fromColumn, to, toColumn, {}, QStringLiteral("DIRECT/IDENTITY")});
    }
};

using Alignment = DataProduct::Alignment;

void addShopProducts(Maker &m)
{
    m.domain(QStringLiteral("commerce"), QStringLiteral("Commerce"));
    m.domain(QStringLiteral("orders"), QStringLiteral("Orders"), QStringLiteral("commerce"));
    m.domain(QStringLiteral("customers"), QStringLiteral("Customers"), QStringLiteral("Commerce"));
    m.domain(QStringLiteral("logistics"), QStringLiteral("Logistics"));
    m.domain(QStringLiteral("finance"), QStringLiteral("Finance"));
    m.party(QStringLiteral("ada@shop.example"), QStringLiteral("Ada Núñez"), QStringLiteral("ada@shop.example"));
    m.party(QStringLiteral("ben@shop.example"), QStringLiteral("Ben Okafor"), QStringLiteral("ben@shop.example"));
    m.party(QStringLiteral("team-orders"), QStringLiteral("Team Orders"), {}, true);
    m.r.parties.last().members = {QStringLiteral("ada@shop.example")};
    Term customer;
    customer.id = QStringLiteral("customer");
    customer.name = QStringLiteral("Customer");
    customer.description = QStringLiteral("Somebody who bought at least once");
    customer.url = QStringLiteral("https://glossary.shop.example/customer");
    m.r.terms.append(customer);

    const QString orders = QStringLiteral("orders");
    m.product(orders, QStringLiteral("Orders"), QStringLiteral("Orders"), Alignment::Source, QStringLiteral("team-orders"),
              QStringLiteral("Every order placed in the shop"));
    m.product(QStringLiteral("payments"), QStringLiteral("Payments"), QStringLiteral("finance"), Alignment::Source,
              QStringLiteral("ben@shop.example"), QStringLiteral("Payments as the bank confirms them"));
    m.product(QStringLiteral("customers"), QStringLiteral("Customer master"), QStringLiteral("customers"), Alignment::Source,
              QStringLiteral("Ada Núñez"), QStringLiteral("One row for each customer"));
    m.r.products.last().terms = {QStringLiteral("customer")};
    m.product(QStringLiteral("catalogue"), QStringLiteral("Catalogue"), QStringLiteral("commerce"), Alignment::Source,
              QStringLiteral("ada@shop.example"), QStringLiteral("Articles and prices"));
    m.product(QStringLiteral("churn"), QStringLiteral("Churn score"), QStringLiteral("customers"), Alignment::Consumer,
              QStringLiteral("ada@shop.example"), QStringLiteral("Who is about to leave"));
    m.product(QStringLiteral("revenue"), QStringLiteral("Revenue"), QStringLiteral("finance"), Alignment::Aggregate,
              QStringLiteral("ben@shop.example"), QStringLiteral("Revenue a day and article"));
    m.product(QStringLiteral("finance-report"), QStringLiteral("Finance report"), QStringLiteral("finance"),
              Alignment::Consumer, {}, QStringLiteral("What the board reads"));
    m.product(QStringLiteral("shipments"), QStringLiteral("Shipments"), QStringLiteral("logistics"), Alignment::Aggregate,
              QStringLiteral("ben@shop.example"), QStringLiteral("Parcels and where they are"));
    m.product(QStringLiteral("delivery-report"), QStringLiteral("Delivery report"), QStringLiteral("logistics"),
              Alignment::Consumer, {}, QStringLiteral("Late parcels by carrier"));
    m.product(QStringLiteral("stock"), QStringLiteral("Stock"), QStringLiteral("logistics"), Alignment::Source,
              QStringLiteral("ben@shop.example"), QStringLiteral("What lies in which warehouse"));
    m.product(QStringLiteral("returns"), QStringLiteral("Returns"), QStringLiteral("orders"), Alignment::Source,
              QStringLiteral("team-orders"), QStringLiteral("What came back"));
    m.product(QStringLiteral("scratch"), QStringLiteral("Scratch"), {}, Alignment::Unknown, {}, {});
}

void addShopPorts(Maker &m)
{
    const auto out = [&](const QString &product, const QString &contract) {
        m.port(product, true, QStringLiteral("main"), contract);
    };
    out(QStringLiteral("orders"), QStringLiteral("orders-c"));
    out(QStringLiteral("payments"), QStringLiteral("payments-c"));
    out(QStringLiteral("customers"), QStringLiteral("customers-c"));
    out(QStringLiteral("revenue"), QStringLiteral("revenue-c"));
    out(QStringLiteral("shipments"), QStringLiteral("shipments-c"));
    out(QStringLiteral("stock"), QStringLiteral("stock-c"));
    m.port(QStringLiteral("orders"), true, QStringLiteral("events"), {}).datasets = {
        datasetId(broker, QStringLiteral("orders.events"))};
    m.port(QStringLiteral("finance-report"), false, QStringLiteral("revenue"), QStringLiteral("revenue-c"));
    m.port(QStringLiteral("shipments"), false, QStringLiteral("orders"), QStringLiteral("orders-c"));
    m.port(QStringLiteral("churn"), false, QStringLiteral("customers"), {}).datasets = {
        table(QStringLiteral("crm.customers"))};
    m.port(QStringLiteral("returns"), false, QStringLiteral("warehouse"), QStringLiteral("no-such-contract"));
    m.r.flows.append(ProductFlow{QStringLiteral("catalogue"), QStringLiteral("orders"), ProductFlow::By::Declared, {}});
    Agreement a;
    a.id = QStringLiteral("agreement-1");
    a.product = QStringLiteral("shipments");
    a.port = QStringLiteral("main");
    a.consumerProduct = QStringLiteral("delivery-report");
    a.consumerTeam = QStringLiteral("Logistics");
    a.purpose = QStringLiteral("Monthly report on late parcels");
    a.status = QStringLiteral("approved");
    a.active = true;
    a.from = sampleNow().date().addDays(-100);
    a.until = sampleNow().date().addDays(200);
    m.r.agreements.append(a);
    a.id = QStringLiteral("agreement-2");
    a.product = QStringLiteral("customers");
    a.consumerProduct = QStringLiteral("delivery-report");
    a.status = QStringLiteral("rejected");
    a.active = false;
    m.r.agreements.append(a);
}

void addShopContracts(Maker &m)
{
    struct Row {
        const char *contract;
        const char *name;
        const char *table;
        QList<std::pair<const char *, const char *>> columns;
    };
    const QList<Row> rows{
        {"orders-c",
         "Orders contract",
         "sales.orders",
         {{"order_id", "integer"},
          {"customer_id", "integer"},
          {"amount", "number"},
          {"placed_at", "timestamp"},
          {"address", "object"},
          {"address.street", "string"},
          {"address.city", "string"}}},
        {"payments-c",
         "Payments contract",
         "sales.payments",
         {{"payment_id", "integer"}, {"order_id", "integer"}, {"amount", "number"}}},
        {"customers-c",
         "Customers contract",
         "crm.customers",
         {{"customer_id", "integer"}, {"email", "string"}, {"full_name", "string"}, {"country", "string"}}},
        {"revenue-c", "Revenue contract", "mart.revenue", {{"day", "date"}, {"article", "string"}, {"revenue", "number"}}},
        {"shipments-c",
         "Shipments contract",
         "logistics.shipments",
         {{"parcel_id", "integer"}, {"order_id", "integer"}, {"shippedAt", "timestamp"}}},
        {"stock-c", "Stock contract", "logistics.stock", {{"sku", "string"}, {"quantity", "integer"}}},
    };
    for (const Row &row : rows) {
        const QString contract = QLatin1StringView(row.contract);
        m.contract(contract, QLatin1StringView(row.name));
        const QString id = m.dataset(warehouse, QStringLiteral("shop.") + QLatin1StringView(row.table), contract).id;
        for (const auto &[name, type] : row.columns) {
            Column &c = m.column(id, QLatin1StringView(name), QLatin1StringView(type));
            c.primaryKey = c.ordinal == 0;
            if (c.path == u"email" || c.path == u"full_name") {
                c.classification = QStringLiteral("personal");
                c.description = QStringLiteral("How to reach the customer");
            }
        }
        QualityRule rule;
        rule.id = contract + QStringLiteral("-rule");
        rule.dataset = id;
        rule.contract = contract;
        rule.type = QStringLiteral("library");
        rule.name = QStringLiteral("no duplicates");
        rule.dimension = QStringLiteral("uniqueness");
        m.r.qualityRules.append(rule);
    }
    m.r.contracts.first().servers.append(Server{QStringLiteral("production"),
                                                QStringLiteral("postgres"),
                                                QStringLiteral("prod"),
                                                {},
                                                {{QStringLiteral("host"), QStringLiteral("db.shop.example")}}});
    m.dataset(broker, QStringLiteral("orders.events"), {}, QStringLiteral("topic"));
}

/// orders: met; payments: breached; customers: at risk; stock: unknown; the others promise nothing.
void addShopLevels(Maker &m)
{
    m.level(QStringLiteral("orders-c"), QStringLiteral("fresh"), QStringLiteral("freshness"), QStringLiteral("6"),
            QStringLiteral("h"));
    m.level(QStringLiteral("orders-c"), QStringLiteral("up"), QStringLiteral("availability"), QStringLiteral("99"),
            QStringLiteral("percent"));
    m.level(QStringLiteral("payments-c"), QStringLiteral("fresh"), QStringLiteral("latency"), QStringLiteral("4"),
            QStringLiteral("h"));
    m.level(QStringLiteral("customers-c"), QStringLiteral("fresh"), QStringLiteral("freshness"), QStringLiteral("1"),
            QStringLiteral("d"));
    m.level(QStringLiteral("stock-c"), QStringLiteral("fresh"), QStringLiteral("freshness"), QStringLiteral("1"),
            QStringLiteral("d"));
    const QString s = QStringLiteral("s");
    for (int day = 29; day >= 0; --day) {
        const QDateTime when = sampleNow().addDays(-day).addSecs(-600);
        m.measure(QStringLiteral("orders-c"), QStringLiteral("freshness"), when, 3600, s);
        m.measure(QStringLiteral("orders-c"), QStringLiteral("availability"), when, 0.999, QStringLiteral("ratio"));
        m.measure(QStringLiteral("payments-c"), QStringLiteral("latency"), when, day < 3 ? 8 * 3600 : 2 * 3600, s);
        m.measure(QStringLiteral("customers-c"), QStringLiteral("freshness"), when, day == 0 ? 22 * 3600 : 8 * 3600, s);
    }
}

void addDbt(Maker &m)
{
    struct Edge {
        const char *from;
        const char *to;
    };
    const QList<Edge> edges{{"sales.orders", "staging.stg_orders"},
                            {"sales.payments", "staging.stg_payments"},
                            {"staging.stg_orders", "mart.revenue"},
                            {"staging.stg_payments", "mart.revenue"}};
    QStringList known;
    for (const Edge &e : edges) {
        for (const char *name : {e.from, e.to}) {
            const QString t = QLatin1StringView(name);
            if (known.contains(t))
                continue;
            known.append(t);
            const bool source = t.startsWith(u"sales.");
            Dataset &d = m.dataset(warehouse, QStringLiteral("shop.") + t, {},
                                   source ? QStringLiteral("source") : QStringLiteral("model"));
            d.domain = source ? QString() : QStringLiteral("Finance");
            if (source)
                continue;
            Job job;
            job.ns = QStringLiteral("dbt");
            job.name = QStringLiteral("shop.") + t.section(u'.', 1);
            job.id = QStringLiteral("dbt/") + job.name;
            job.type = QStringLiteral("model");
            job.lastRunState = QStringLiteral("success");
            job.lastRunAt = sampleNow().addSecs(-3600);
            m.r.jobs.append(job);
        }
        const QString to = QLatin1StringView(e.to);
        m.edge(table(QLatin1StringView(e.from)), table(to), QStringLiteral("dbt/shop.") + to.section(u'.', 1));
    }
    const QString orders = table(QStringLiteral("sales.orders"));
    const QString staged = table(QStringLiteral("staging.stg_orders"));
    const QString revenue = table(QStringLiteral("mart.revenue"));
    m.column(staged, QStringLiteral("order_id"), QStringLiteral("integer"));
    m.column(staged, QStringLiteral("amount"), QStringLiteral("number"));
    m.column(staged, QStringLiteral("day"), QStringLiteral("date"));
    m.columnEdge(orders, QStringLiteral("order_id"), staged, QStringLiteral("order_id"));
    m.columnEdge(orders, QStringLiteral("amount"), staged, QStringLiteral("amount"));
    m.columnEdge(orders, QStringLiteral("placed_at"), staged, QStringLiteral("day"));
    m.columnEdge(staged, QStringLiteral("amount"), revenue, QStringLiteral("revenue"));
    m.columnEdge(staged, QStringLiteral("day"), revenue, QStringLiteral("day"));
}

EndpointFacts facts(const QString &name)
{
    EndpointFacts f;
    f.name = name;
    f.kind = QStringLiteral("folder");
    f.location = QStringLiteral("/data/") + name;
    f.readAt = sampleNow();
    return f;
}
} // namespace

QDateTime sampleNow()
{
    return QDateTime(QDate(2026, 3, 15), QTime(12, 0), Qt::UTC);
}

SampleMesh makeSample()
{
    Maker shop;
    addShopProducts(shop);
    addShopPorts(shop);
    addShopContracts(shop);
    addShopLevels(shop);
    Maker dbt;
    addDbt(dbt);

    SampleMesh s;
    s.shop = shop.r;
    s.dbt = dbt.r;
    s.details = std::make_shared<MemoryDetails>();
    s.details->add(QStringLiteral("shop"), s.shop);
    s.details->add(QStringLiteral("dbt"), s.dbt);
    MeshBuilder builder(s.details);
    builder.add(facts(QStringLiteral("shop")), s.shop);
    builder.add(facts(QStringLiteral("dbt")), s.dbt);
    s.mesh = builder.build();
    for (const Column &c : std::as_const(s.shop.columns))
        s.columns.append({QStringLiteral("shop"), c});
    for (const Column &c : std::as_const(s.dbt.columns))
        s.columns.append({QStringLiteral("dbt"), c});
    return s;
}

MeshPtr sampleMesh()
{
    return makeSample().mesh;
}

MeshPtr meshOf(const Records &records, const QString &endpoint)
{
    auto details = std::make_shared<MemoryDetails>();
    details->add(endpoint, records);
    MeshBuilder builder(details);
    builder.add(facts(endpoint), records);
    return builder.build();
}

NodeId at(const MeshPtr &mesh, const QString &address)
{
    const Result<Address> a = Address::parse(address);
    return a ? mesh->find(*a) : NodeId{};
}

} // namespace meshscope::test
