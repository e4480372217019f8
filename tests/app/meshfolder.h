#pragma once

#include <QDir>
#include <QFile>
#include <QString>

namespace meshscope::test {

/// Writes a file below a folder, making what is missing above it.
inline bool writeFile(const QString &folder, const QString &path, const QByteArray &bytes)
{
    const QString full = folder + u'/' + path;
    QDir().mkpath(full.section(u'/', 0, -2));
    QFile file(full);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A mesh folder of two products in two domains: `orders` (owned by Ann of the orders team, one output port with a
/// contract, a sample and a measured level) and `report`, which reads it. `today` dates the measurement.
inline bool writeMeshFolder(const QString &folder, const QByteArray &today)
{
    return writeFile(folder, QStringLiteral("teams/orders.yaml"), R"(id: orders-team
name: Orders team
type: Domain Team
members:
  - emailAddress: ann@shop.example
    name: Ann Owner
    role: Owner
)") && writeFile(folder, QStringLiteral("orders.odps.yaml"), R"(apiVersion: v1.0.0
kind: DataProduct
id: orders
name: Orders
status: active
domain: Sales
description:
  purpose: Every order once
team:
  name: orders-team
  members:
    - {username: ann@shop.example, name: Ann Owner, role: owner}
outputPorts:
  - {name: table, version: 1.0.0, type: table, contractId: orders-table}
---
apiVersion: v1.0.0
kind: DataProduct
id: report
name: Revenue report
status: active
domain: Finance
inputPorts:
  - {name: orders, version: 1.0.0, contractId: orders-table}
)") && writeFile(folder, QStringLiteral("orders.odcs.yaml"), R"(apiVersion: v3.1.0
kind: DataContract
id: orders-table
name: Orders table
version: 1.0.0
status: active
servers:
  - {server: sample, type: local, path: data/orders.csv, format: csv}
schema:
  - name: orders
    physicalName: orders
    properties:
      - {name: order_id, logicalType: integer, primaryKey: true}
      - {name: email, logicalType: string, classification: personal}
      - {name: total, logicalType: number}
slaProperties:
  - {id: late, property: latency, value: 4, unit: h}
customNote: kept as it is
)") &&
           writeFile(folder, QStringLiteral("data/orders.csv"),
                     "order_id,email,total\n1,a@x.example,10.50\n2,b@x.example,7\n") &&
           writeFile(folder, QStringLiteral("measurements/latency.ndjson"),
                     "{\"at\":\"" + today +
                         "\",\"target\":\"orders-table\",\"property\":\"latency\",\"value\":3600,\"unit\":\"s\"}\n");
}

} // namespace meshscope::test
