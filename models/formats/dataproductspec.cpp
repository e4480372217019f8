#include "models/formats/all.h"
#include "models/formats/bitol.h"
#include "models/formats/productkind.h"
#include "models/mesh/address.h"

namespace meshscope {

namespace {

/// Data Product Specification 0.0.1 (https://dataproduct-specification.com), as files of Entropy Data's git workflow
/// also write it: without its version field.
class DataProductSpecification : public Format {
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("Data Product Specification"); }

    [[nodiscard]] bool recognises(const Node &document) const override
    {
        if (document.peek("dataProductSpecification").isScalar())
            return true;
        const Node &info = document.peek("info");
        return document.peek("id").isScalar() && info.isMap() && info.peek("title").isScalar() && info.has("owner") &&
               (document.peek("inputPorts").isSequence() || document.peek("outputPorts").isSequence());
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        const DocumentReader reader(document, context, out);
        reader.noteVersion(document["dataProductSpecification"], name(), QStringLiteral("0.0"));
        const DataProduct product = readProduct(reader);
        for (const bool output : {false, true}) {
            const char *const key = output ? "outputPorts" : "inputPorts";
            for (const Node *port : reader.maps(document, key)) {
                const auto index = port - document.peek(key).items().data();
                readPort(reader, *port, product, output, QStringLiteral("/%1/%2").arg(QLatin1String(key)).arg(index));
            }
        }
        out.products.append(product);
    }

private:
    static DataProduct readProduct(const DocumentReader &reader)
    {
        const Node &document = reader.document();
        const Node &info = reader.map(document, "info");
        DataProduct product;
        product.source = reader.source();
        product.id = reader.text(document, "id");
        product.name = reader.firstText(info, {"title", "name"});
        if (product.id.isEmpty())
            product.id = product.name;
        product.description = reader.text(info, "description");
        product.lifecycle = reader.text(info, "status");
        product.domain = bitol::domain(reader, info, "domain");
        product.tags = reader.texts(document, "tags");
        if (const QString owner = reader.text(info, "owner"); !owner.isEmpty()) {
            product.owners.append({owner, owner, QStringLiteral("owner"), {}});
            bitol::mention(reader, info.peek("owner"), owner, owner, true);
        }
        product.properties = reader.properties(document, "links") + reader.properties(document, "custom");
        addProperty(product.properties, "maturity", info["maturity"]);
        applyKindProperties(product);
        applyKindWord(reader.text(info, "archetype"), true, product);
        return product;
    }

    static void readPort(const DocumentReader &reader, const Node &node, const DataProduct &product, bool output,
                         const QString &pointer)
    {
        Port port;
        port.product = product.id;
        port.output = output;
        const QString id = reader.text(node, "id");
        port.name = reader.text(node, "name");
        if (port.name.isEmpty())
            port.name = id;
        port.version = reader.text(node, "version");
        port.id = portId(product.id, output, id.isEmpty() ? port.name : id, port.version);
        port.description = reader.text(node, "description");
        port.type = reader.text(node, "type");
        port.lifecycle = reader.text(node, "status");
        port.contract = reader.text(node, "dataContractId");
        port.tags = reader.texts(node, "tags");
        port.source = reader.source(node, pointer);
        port.server = reader.properties(node, "server");
        addProperty(port.server, "location", node["location"]);
        if (!id.isEmpty() && id != port.name)
            port.properties.append({QStringLiteral("id"), id});
        for (const char *key : {"sourceSystemId", "containsPii", "autoApprove"})
            addProperty(port.properties, key, node[key]);
        port.properties += reader.properties(node, "links") + reader.properties(node, "custom");
        reader.out().ports.append(port);
    }
};

} // namespace

std::unique_ptr<Format> makeDataProductSpecification()
{
    return std::make_unique<DataProductSpecification>();
}

} // namespace meshscope
