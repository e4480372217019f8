#include "models/formats/all.h"
#include "models/formats/bitol.h"
#include "models/formats/productkind.h"
#include "models/mesh/address.h"

#include <QCoreApplication>

namespace meshscope {

namespace {

/// Open Data Product Standard of Bitol, 0.9.0 and 1.0.0: https://bitol-io.github.io/open-data-product-standard
class Odps : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("ODPS"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        if (document.peek("kind").type() != Node::Type::String || document["kind"].text() != QLatin1String("DataProduct"))
            return false;
        // A Kubernetes object of that kind has `group/v1`; without a version it must look like a product.
        const Node &version = document.peek("apiVersion");
        if (!version.isNull())
            return version.isScalar() && versionOf(version.text());
        return (document.peek("id").isScalar() || document.peek("name").isScalar()) &&
               (document.has("outputPorts") || document.has("inputPorts") || document.has("domain"));
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        const DocumentReader reader(document, context, out);
        reader.noteVersion(document["apiVersion"], name(), QStringLiteral("1.0"));
        DataProduct product = readProduct(reader);
        for (const bool output : {false, true}) {
            const char *const key = output ? "outputPorts" : "inputPorts";
            const std::vector<const Node *> ports = reader.maps(document, key);
            for (const Node *port : ports) {
                const auto index = port - document[key].items().data();
                readPort(reader, *port, product, output, QStringLiteral("/%1/%2").arg(QLatin1String(key)).arg(index));
            }
        }
        out.products.append(product);
    }

private:
    static DataProduct readProduct(const DocumentReader &reader)
    {
        const Node &document = reader.document();
        DataProduct product;
        product.source = reader.source();
        product.name = reader.text(document, "name");
        product.id = reader.text(document, "id");
        if (product.id.isEmpty())
            product.id = product.name;
        if (product.id.isEmpty())
            reader.warn(document, QCoreApplication::translate("meshscope::Formats",
                                                              "This data product has no id and no name. Give it an “id”."));
        product.version = reader.text(document, "version");
        product.lifecycle = reader.text(document, "status");
        product.domain = bitol::domain(reader, document, "domain");
        product.tags = reader.texts(document, "tags");
        bitol::description(reader, document, product);
        product.terms = bitol::terms(reader, document, QStringLiteral("/authoritativeDefinitions"));
        for (const char *part : {"team", "support"})
            product.terms += bitol::termsBelow(reader, document.peek(part));
        product.terms.removeDuplicates();
        product.support = bitol::support(reader, document);
        product.owners = bitol::team(reader, document, "team");
        product.properties += bitol::customProperties(reader, document);
        applyKindProperties(product);
        for (const char *key : {"tenant", "productCreatedTs"})
            addProperty(product.properties, key, document[key]);
        readManagementPorts(reader, product);
        return product;
    }

    /// Management ports serve the product's operation, not data: kept as facts of the product.
    static void readManagementPorts(const DocumentReader &reader, DataProduct &product)
    {
        for (const Node *port : reader.maps(reader.document(), "managementPorts")) {
            QStringList parts;
            for (const char *key : {"content", "type", "url", "channel", "description"}) {
                const QString text = reader.text(*port, key);
                if (!text.isEmpty())
                    parts.append(text);
            }
            parts += reader.texts(*port, "tags");
            for (const Property &property : bitol::customProperties(reader, *port))
                parts.append(property.name + u'=' + property.value);
            product.terms += bitol::terms(reader, *port, {});
            product.properties.append(
                {QStringLiteral("management port ") + reader.text(*port, "name"), parts.join(QStringLiteral(" · "))});
        }
        product.terms.removeDuplicates();
    }

    static void readPort(const DocumentReader &reader, const Node &node, const DataProduct &product, bool output,
                         const QString &pointer)
    {
        Port port;
        port.product = product.id;
        port.output = output;
        port.name = reader.text(node, "name");
        port.version = reader.text(node, "version");
        port.id = portId(product.id, output, port.name, port.version);
        port.description = reader.text(node, "description");
        port.type = reader.text(node, "type");
        port.contract = reader.text(node, "contractId");
        port.tags = reader.texts(node, "tags");
        port.terms = bitol::terms(reader, node, pointer);
        port.properties = bitol::customProperties(reader, node);
        port.source = reader.source(node, pointer);
        for (const Node *bill : reader.maps(node, "sbom")) {
            const QString type = reader.text(*bill, "type");
            port.properties.append({QStringLiteral("sbom ") + type, reader.text(*bill, "url")});
        }
        for (const Node *input : reader.maps(node, "inputContracts")) {
            const QString id = reader.text(*input, "id");
            const QString version = reader.text(*input, "version");
            if (!id.isEmpty() && !port.inputContracts.contains(id))
                port.inputContracts.append(id);
            if (!version.isEmpty())
                port.properties.append({QStringLiteral("input contract ") + id, version});
        }
        if (port.name.isEmpty())
            reader.warn(node,
                        QCoreApplication::translate("meshscope::Formats", "A port of “%1” has no name. Give it a “name”.")
                            .arg(product.name.isEmpty() ? product.id : product.name));
        reader.out().ports.append(port);
    }
};

} // namespace

std::unique_ptr<Format> makeOdps()
{
    return std::make_unique<Odps>();
}

} // namespace meshscope
