#include "tests/formats_linked/dpdssample.h"

namespace meshscope::test {

QByteArray descriptorWithPlaces()
{
    return R"({"dataProductDescriptor": "1.0.0", "info": {"$ref": "parts.yaml#/infos/a~1b"},
  "interfaceComponents": {"inputPorts": [{"$ref": "#/components/inputPorts/in%201"}],
    "outputPorts": [{"$ref": "my%20port.json#/ports/0"}, {"$ref": "#/components/no"}, {"$ref": "https://x.example/"},
                    {"$ref": "file://x.example/etc/passwd"}, {"$ref": "../../x.json"}]},
  "internalComponents": {"applicationComponents": [{"$ref": "#/components/applicationComponents/app"}]},
  "components": {"inputPorts": {"in 1": {"name": "in1", "version": "1.0.0", "x-extra": {"a": 1}}},
    "applicationComponents": {"app": {"$ref": "#/components/applicationComponents/real"}, "real": {"name": "real"}}}})";
}

QByteArray portsWithPlaces()
{
    return R"({"ports": [{"name": "o", "version": "1.0.0", "promises": {"$ref": "#/promises"}}],
  "promises": {"slo": {"$ref": "#/slo"}, "api": {"definition": "{\"schema\": {\"tables\": [{\"name\": \"t\", \"definition\": {\"properties\": {\"c\": {\"type\": \"string\"}}}}]}}"}},
  "slo": {"definition": {"up": 0.9}}})";
}

} // namespace meshscope::test
