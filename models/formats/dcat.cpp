#include "models/formats/all.h"
#include "models/formats/dcatcatalogs.h"

using namespace Qt::StringLiterals;

namespace meshscope {

namespace {

bool isCatalogType(const QString &name)
{
    static const QSet<QString> known{u"Catalog"_s,     u"Dataset"_s,      u"DatasetSeries"_s, u"DataProduct"_s,
                                     u"DataService"_s, u"Distribution"_s, u"CatalogRecord"_s, u"QualityMeasurement"_s,
                                     u"DataCatalog"_s, u"DataDownload"_s};
    return known.contains(name);
}

bool hasCatalogType(const Node &object)
{
    const Node &type = object.has("@type") ? object["@type"] : object["type"];
    const QStringList types = type.texts();
    return std::any_of(types.begin(), types.end(), [](const QString &t) { return isCatalogType(LinkedData::localName(t)); });
}

bool isLinkedData(const Node &list)
{
    return std::all_of(list.items().begin(), list.items().end(),
                       [](const Node &item) { return item.isMap() && (item.has("@id") || item.has("@type")); });
}

class DcatFormat final : public Format {
public:
    QString name() const override { return u"DCAT"_s; }

    bool recognises(const Node &document) const override
    {
        if (document.isSequence()) // JSON-LD in its expanded form: its objects speak of each other
            return isLinkedData(document) && std::any_of(document.items().begin(), document.items().end(), hasCatalogType);
        if (!document.isMap())
            return false;
        if (document.peek("@graph").isSequence()) {
            const auto &items = document["@graph"].items();
            if (std::any_of(items.begin(), items.end(), hasCatalogType))
                return true;
        }
        if (document.has("@type") && hasCatalogType(document))
            return true;
        if (document.has("@context") && document.has("type") && hasCatalogType(document))
            return true;
        // Words of its own, which only the context explains.
        if (document.peek("@context").size() > 0) {
            const LinkedData data(document, {});
            for (const Node *object : data.objects()) {
                for (const QString &type : data.types(*object)) {
                    if (isCatalogType(type))
                        return true;
                }
            }
        }
        // DCAT-US without a context: it says which schema it conforms to.
        return document["dataset"].isSequence() && document["conformsTo"].text().contains(u"project-open-data"_s);
    }

    void read(const Node &document, const ReadContext &context, Records &out) const override
    {
        dcat::Catalogs(document, context, out).read();
    }
};

} // namespace

std::unique_ptr<Format> makeDcat()
{
    return std::make_unique<DcatFormat>();
}

} // namespace meshscope
