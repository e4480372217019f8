#include "tests/bench/benchmesh.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>

namespace meshscope {

namespace {

constexpr int columnsEach = 20;

QByteArray productDocuments(int i)
{
    const QByteArray n = QByteArray::number(i);
    const QByteArray domain = "domain-" + QByteArray::number(i % 60);
    QByteArray text =
        "apiVersion: v1.0.0\nkind: DataProduct\nid: product-" + n + "\nname: Product " + n +
        "\nversion: 1.0.0\nstatus: active\ndomain: " + domain + "\ndescription:\n  purpose: What everybody in " + domain +
        " needs to know about thing " + n + ".\ntags: [bench, " + domain + "]\nteam:\n  name: team-" +
        QByteArray::number(i % 200) + "\ninputPorts:\n  - name: in\n    version: 1.0.0\n    contractId: contract-" +
        QByteArray::number((i * 7 + 3) % 10000) + "\noutputPorts:\n  - name: out\n    version: 1.0.0\n    type: table\n" +
        "    contractId: contract-" + n + "\n---\napiVersion: v3.1.0\nkind: DataContract\nid: contract-" + n +
        "\nname: Contract " + n + "\nversion: 1.0.0\nstatus: active\ndomain: " + domain +
        "\nservers:\n  - server: prod\n    type: postgres\n    host: db.example.org\n    port: 5432\n"
        "    database: mesh\n    schema: d" +
        QByteArray::number(i % 60) +
        "\nslaProperties:\n  - property: latency\n    value: 4\n    unit: h\n"
        "schema:\n  - name: table_" +
        n + "\n    physicalName: table_" + n + "\n    logicalType: object\n    properties:\n";
    for (int c = 0; c < columnsEach; ++c) {
        const QByteArray name = "column_" + QByteArray::number(c);
        text += "      - name: " + name + "\n        logicalType: " + (c % 3 ? "string" : "integer") +
                "\n        physicalType: " + (c % 3 ? "text" : "bigint") +
                "\n        required: " + (c % 2 ? "true" : "false") + "\n        description: The " + name + " of thing " +
                n + ", as the source has it.\n";
    }
    return text;
}

} // namespace

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

Spent median(const QList<Spent> &all)
{
    QList<double> wall, cpu;
    for (const Spent &s : all) {
        wall.append(s.wall);
        cpu.append(s.cpu);
    }
    return {median(wall), median(cpu)};
}

double memory(const char *field)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(qsizetype(qstrlen(field))).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void generateProducts(const QString &folder, int products)
{
    for (int i = 0; i < products; ++i) {
        const QString below = folder + QStringLiteral("/domain-%1").arg(i % 60);
        if (i < 60)
            QDir().mkpath(below);
        QFile file(below + QStringLiteral("/product-%1.yaml").arg(i));
        if (file.open(QIODevice::WriteOnly))
            file.write(productDocuments(i));
    }
}

int again(const QStringList &arguments)
{
    return QProcess::execute(QCoreApplication::applicationFilePath(), arguments);
}

QList<double> figuresOf(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return {};
    QList<double> figures;
    for (const QByteArray &word : process.readAllStandardOutput().simplified().split(' '))
        figures.append(word.toDouble());
    return figures;
}

} // namespace meshscope
