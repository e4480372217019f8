#include "tests/formats/kitchensinks.h"

namespace meshscope::test {

const std::vector<KitchenSink> &kitchenSinks()
{
    static const std::vector<KitchenSink> all{
        {"odcs31.yaml", QByteArray(R"~(# Kitchen sink
kind: DataContract
apiVersion: v3.1.0
id: "urn:dc:küche"
name: Küche 🍳
version: 1.10
status: active
domain: sales/ops
dataProduct: dp-1
tenant: T
tags: [a, 'b', 1.10, no]
authoritativeDefinitions: [{url: "https://x/def", type: businessDefinition, description: the def, id: d1}]
description: {purpose: P, limitations: L, usage: U, authoritativeDefinitions: [{url: "https://x/priv", type: privacy-statement}], customProperties: [{property: dp, value: dv}]}
price: &price {priceAmount: 9.95, priceCurrency: EUR, priceUnit: megabyte, priceExtra: pe}
team:
  name: Team X
  description: td
  members:
  - {username: ann, name: Ann, role: Owner, dateIn: 2024-01-01, dateOut: 2025-01-01, replacedByUsername: bob, description: mm}
  - {username: bob, role: steward}
  tags: [tt]
roles:
- {role: r1, access: read, description: rd, firstLevelApprovers: ann, secondLevelApprovers: bob, customProperties: [{property: rp, value: rv}]}
support: [{channel: "#c", url: "https://slack", tool: slack, scope: interactive, description: sd, invitationUrl: "https://inv"}]
servers:
- {server: prod, type: snowflake, environment: prod, description: S, account: acc, database: DB, schema: SC, warehouse: WH, roles: [{role: sr, access: write}], customProperties: [{property: sp, value: sv}]}
- {server: dev, type: kafka, environment: dev, host: "b:9092", format: avro}
slaDefaultElement: orders.ts
slaProperties:
- {property: latency, value: 4, unit: d, element: orders.ts}
- {property: generalAvailability, value: 2022-05-12T09:30:10-08:00}
- {property: retention, value: 3, unit: y, valueExt: 4, driver: regulatory, description: rdesc, scheduler: cron, schedule: "0 20 * * *", id: ret}
- {property: frequency, value: 1, valueExt: 1, unit: d, element: orders.ts}
- {property: customThing, value: "abc"}
schema:
- id: o1
  name: orders
  physicalName: ORDERS
  physicalType: table
  logicalType: object
  businessName: Orders biz
  dataGranularityDescription: one per order
  description: D
  tags: [s]
  quality:
  - {id: q1, name: n1, type: library, metric: rowCount, mustBeGreaterThan: 1000, unit: rows, severity: error, dimension: completeness, businessImpact: operational, scheduler: cron, schedule: "0 1 * * *", method: m, tags: [qt], customProperties: [{property: qp, value: qv}], authoritativeDefinitions: [{url: "https://q", type: x}]}
  - {type: sql, query: "SELECT 1", mustBeBetween: [1, 2.5]}
  - {type: custom, engine: soda, implementation: "type: duplicate"}
  - {type: text, description: words}
  - {metric: nullValues, mustBe: 0, arguments: {missingValues: [null, '']}}
  relationships: [{type: foreignKey, from: [orders.id], to: [cust.id], customProperties: [{property: rel, value: relv}]}]
  customProperties: [{property: cp, value: {nested: [1, 2]}}]
  unknownObjectField: keepme
  properties:
  - {id: c1, name: id, primaryKey: true, primaryKeyPosition: 1, required: true, unique: true, logicalType: integer, physicalType: BIGINT, logicalTypeOptions: {minimum: 1, format: i64}, classification: restricted, criticalDataElement: true, partitioned: true, partitionKeyPosition: 1, encryptedName: enc, transformSourceObjects: [a, b], transformLogic: tl, transformDescription: trd, examples: [1, 2], businessName: bn, description: desc, tags: [t], authoritativeDefinitions: [{url: "https://term", type: t}], customProperties: [{property: k, value: v}], relationships: [{to: other.id}], quality: [{metric: duplicateValues, mustBeLessThan: 1, unit: percent}]}
  - name: "addr.ess"
    logicalType: object
    properties:
    - name: city
      logicalType: string
    - name: geo
      logicalType: object
      properties: [{name: lat, logicalType: number}]
  - name: lines
    logicalType: array
    items: {logicalType: object, properties: [{name: sku, logicalType: string}, {name: opts, logicalType: array, items: {logicalType: array, items: {logicalType: object, properties: [{name: deep, logicalType: string}]}}}]}
  - {name: tags, logicalType: array, items: {logicalType: string}}
  - {name: ts, logicalType: timestamp, logicalTypeOptions: {timezone: true}}
  - {name: yes, logicalType: boolean}
customProperties: [{property: pp, value: [x, y], description: ppd}]
contractCreatedTs: 2024-01-01T00:00:00Z
extensionField: {deep: {deeper: ext-value}}
)~")},
        {"list.yaml", QByteArray(R"~(- &p
  kind: DataProduct
  apiVersion: v1.0.0
  id: dp-1
  name: One
  status: active
  version: 2.0.0
  domain: sales/ops
  tags: &tags [x, y]
  inputPorts:
  - {name: in, version: 1.0.0, contractId: c-in}
  - {name: in, version: 2.0.0, contractId: c-in2}
  outputPorts:
  - {name: out, version: 1.0.0, contractId: "urn:dc:küche", type: tables, description: od, sbom: [{type: external, url: "https://sbom"}], inputContracts: [{id: c-in, version: 1.0.0}, {id: c-in2, version: 2.0.0}]}
  - {name: out, version: 2.0.0, contractId: missing-contract}
  managementPorts: [{name: mp, content: discoverability, type: rest, url: "https://m", channel: ch, description: md, tags: [mt]}]
  support: [{channel: s, url: "https://s"}]
  team: {name: tm, members: [{username: u1, role: owner}]}
  productCreatedTs: 2024-02-02T00:00:00Z
  customProperties: [{property: dataProductType, value: sourceAligned}]
  strange: value-strange
- kind: DataProduct
  apiVersion: v0.9.0
  id: dp-1
  name: Two
  tags: *tags
  team: [{username: u2, role: "Data Product Owner"}]
- {dataUsageAgreementSpecification: 0.0.1, id: dua-1, info: {purpose: pp, status: approved, active: yes, startDate: 2024-01-01, endDate: 2030-01-01}, provider: {teamId: tm, dataProductId: dp-1, outputPortId: out}, consumer: {userId: u9, dataProductId: nowhere}}
)~")},
        {"odcs22.yaml", QByteArray(R"~(kind: DataContract
apiVersion: v2.2.2
uuid: uu-1
version: 1.1.0
status: current
userConsumptionMode: Analytical
datasetDomain: seller
quantumName: my quantum
sourceSystem: ss-1
sourcePlatform: googleCloudPlatform
tenant: tt-1
project: proj-1
datasetProject: dp-proj
datasetName: dsn
database: dbx
server: srv-1
driver: drv-1
driverVersion: 1.0.9
schedulerAppName: app-1
username: usr-1
password: "${env.password}"
datasetKind: virtualDataset
productDl: pdl@x.example
productSlackChannel: "#slk"
productFeedbackUrl: https://feedback
type: tables
systemInstance: inst.ance
contractCreatedTs: 2022-11-15 02:59:43
description: {purpose: pu, limitations: li, usage: us}
dataset:
- table: tbl
  physicalName: tbl_1_2_0
  priorTableName: prior-1
  description: tdesc
  dataGranularity: gran-1
  tags: [tg]
  authoritativeDefinitions: [{url: "https://def", type: td}]
  columns:
  - {column: id, isPrimaryKey: true, primaryKeyPosition: 1, businessName: bn, logicalType: number, physicalType: int, isNullable: false, isUnique: true, description: cd, partitionStatus: true, partitionKeyPosition: 7, clusterStatus: true, clusterKeyPosition: 5, criticalDataElementStatus: true, tags: [ct], classification: public, encryptedColumnName: ecn, transformSourceTables: [t1, t2], transformLogic: tlog, transformDescription: tdes, sampleValues: [sv1, sv2], authoritativeDefinitions: [{url: "https://col", type: x}]}
  quality:
  - {code: nullCheck, templateName: NullCheck, description: qd, toolName: Elevate, toolRuleName: DQ.rw, dimension: completeness, type: dataQuality, severity: error, businessImpact: operational, scheduleCronExpression: 0 20 * * *, customProperties: [{property: FIELD, value: fv}], column: id, filters: flt}
price: {priceAmount: 9.95, priceCurrency: USD, priceUnit: megabyte}
stakeholders: [{username: ceastwood, role: Data Scientist, dateIn: 2022-08-02, dateOut: 2022-10-01, replacedByUserName: mhopper, comment: cmt}]
roles: [{role: rl, access: read, firstLevelApprovers: fa, secondLevelApprovers: sa}]
slaDefaultColumn: tbl.id
slaProperties: [{property: latency, value: 4, unit: d, column: tbl.x}]
systemUnknown: sunk
customProperties: [{property: refRule, value: gcsc}]
)~")},
        {"dps.yaml", QByteArray(R"~(dataProductSpecification: 0.0.1
id: dps-1
info: {title: Ti, owner: ow, domain: dm, description: de, status: active, archetype: aggregate, maturity: managed, extraInfo: ei}
inputPorts:
- {id: ip, name: Ip, description: ipd, type: Kafka, location: loc, sourceSystemId: ssi, dataUsageAgreementId: duai, tags: [it], links: {a: b}, custom: {c: d}, assets: [{id: as1}], lineage: [{asset: lin}]}
outputPorts:
- {id: op, name: Op, description: opd, type: S3, status: active, server: {environment: prod, account: ac, nested: {deep: sdeep}}, containsPii: true, autoApprove: false, dataContractId: dci, tags: [ot], links: {e: f}, custom: {g: [h, i]}, environment: envx, version: 1.2.3}
links: {l: m}
tags: [tg]
custom: {n: {o: p}}
)~")},
        {"dcs.yaml", QByteArray(R"~(dataContractSpecification: 1.2.0
id: dcs-1
info: {title: DT, version: 1.0.0, status: active, description: dd, owner: own, contact: {name: cn, url: "https://cu", email: c@x.example, role: crole}, domain: ddom, dataProduct: ddp, outputPort: dop, xinfo: xi}
servers:
  production: {type: databricks, environment: prod, description: sd, host: hst, catalog: cat, schema: sch, roles: [{name: rn, description: rd, extra: rx}]}
terms: {usage: tu, limitations: tl, billing: tb, noticePeriod: P3M, description: tdesc, policies: [{type: pt, name: pn, description: pd, url: "https://pu"}]}
models:
  m1:
    type: table
    title: mt
    description: md
    namespace: nsp
    config: {avroTopic: at}
    additionalFields: true
    tags: [mtag]
    primaryKey: [a]
    examples: [{a: exval}]
    fields:
      a: {type: decimal, precision: 10, scale: 2, required: true, title: at1, description: ad, enum: [e1, e2], format: fm, minLength: 11, maxLength: 22, minimum: 33, maximum: 44, pattern: "^pt$", example: ex1, examples: [ex2], classification: cl, pii: true, tags: [ft], links: {fl: fv}, references: m2.b, config: {bq: cfgv}, quality: [{type: sql, query: QQ, mustBeGreaterThan: 5, description: qdes, title: qtit}], lineage: {transformationDescription: trd, transformationType: trt, inputFields: [{namespace: ln, name: lname, field: lf, transformations: [{type: DIRECT, subtype: SUB, description: ldesc, masking: true}]}]}, $comment: com}
      mp: {type: map, keys: {type: string, description: keyd}, values: {type: struct, fields: {vx: {type: int, description: vxd}}}}
      ar: {type: array, items: {type: record, description: itd, fields: {sk: {type: string}}}}
      va: {type: variant, domain: dmn}
    quality: [{type: custom, engine: soda, implementation: {checks: [impl]}}]
definitions:
  used: {type: string, title: du, domain: dfd, example: dex, extra: dextra}
servicelevels:
  availability: {description: avd, percentage: 99.9%}
  retention: {description: red, period: P1Y, unlimited: false, timestampField: m1.rt}
  latency: {description: lad, threshold: 25h, sourceTimestampField: m1.st, processedTimestampField: m1.pt}
  freshness: {description: frd, threshold: 26h, timestampField: m1.ft}
  frequency: {description: fqd, type: batch, interval: daily, cron: 0 0 * * *}
  support: {description: sud, time: 9am, responseTime: 1h}
  backup: {description: bad, interval: weekly, cron: 0 1 * * *, recoveryTime: 24 hours, recoveryPoint: 1 week}
examples: [{type: csv, model: m1, description: exd, data: "a,b"}]
quality: {type: SodaCL, specification: {checks for m1: [row_count]}}
links: {dl: dv}
tags: [dtag]
custom: {dc: dcv}
)~")},
        {"dua.yaml", QByteArray(R"~(dataUsageAgreementSpecification: 0.0.1
id: dua-9
info: {purpose: dpu, status: requested, active: false, startDate: 2024-01-01, endDate: 2024-12-31, individualAgreements: ia, justification: jst}
provider: {teamId: pt1, dataProductId: pd1, outputPortId: po1, dataContractId: pc1, extra: pex}
consumer: {teamId: ct1, dataProductId: cd1, userId: cu1, extra: cex}
dates: {requestedAt: "2023-01-01"}
tags: [duat]
links: {dual: v1}
custom: {k1: v2, meshscope: {columns: [c1], requestedBy: rb, events: [{at: "2024-01-02T00:00:00Z", by: eb, what: ew, note: en, other: eo}]}}
)~")},
        {"team.yaml", QByteArray(R"~(id: tm-1
name: Tname
type: Domain Team
parent: par
description: tdd
members: [{emailAddress: e@x.example, role: Some Role, name: Nm, phone: "123-4"}]
tags: [tmt]
links: {tl: tv}
custom: {tc: {x: tcx}}
externalIds: [ext-1]
)~")},
        {"opendata.yaml", QByteArray(R"~(schema: https://opendataproducts.org/v4.1/schema/odps.yaml
version: 4.1
product:
  details:
    en: {name: On, productID: op-1, governanceProfile: gp, portfolioPriority: ppr, visibility: private, status: production, type: dataset, created: 2024-01-01, updated: 2024-02-02, valueProposition: vp, description: od, productSeries: ps, categories: [ca], standards: [st], tags: [tg], productVersion: 2.1, versionNotes: vn, issues: iss, contentSample: "https://cs", logoURL: "https://lg", outputFileFormats: [off], brandSlogan: bs, useCases: [{useCase: {useCaseTitle: ut, useCaseDescription: ud, useCaseURL: "https://uu"}}], recommendedDataProducts: [rdp], ownField: ofv}
    fi: {name: Fin, productID: op-1, description: fid}
  contract: {id: ct-1, type: ODCS, contractVersion: 3.1.0, contractURL: "https://curl", spec: {schema: [{name: inl}]}}
  SLA:
    declarative: [{name: {en: sn}, description: {en: sdes}, support: {phoneNumber: ph-1, email: su@x.example}, dimensions: [{dimension: uptime, objective: 99, unit: percent, weight: 61, description: dimd, displayTitle: [{en: dt1}]}]}]
    executable: [{type: Prom, reference: "https://sref", spec: "slaspec", dimensions: [{dimension: uptime, objective: 98}]}]
  dataQuality:
    declarative: [{displayTitle: [{en: qtt}], description: dqd, dimensions: [{dimension: accuracy, objective: 91, unit: percentage, weight: 62, displayTitle: qdt}]}]
    executable: [{type: SodaCL, version: sv9, reference: "https://qref", spec: {c: qspec}, dimensions: [{dimension: accuracy}]}]
  pricingPlans:
    declarative: {en: [{name: pn, priceCurrency: EUR, price: "50.00", billingDuration: month, unit: Recurring, maxTransactionQuantity: 10077, offering: [of1], notes: nts, paymentGateway: {$ref: "#/product/paymentGateways/default"}, planextra: plx}]}
    executable: [{name: pex}]
  license: {scope: {definition: ldf, restrictions: lrs, geographicalArea: [ga1], permanent: true, exclusive: false, rights: [Display]}, termination: {noticePeriod: 90, terminationConditions: tcd}, governance: {ownership: gow, applicableLaws: gal, audit: gau}}
  dataAccess:
    default: {name: {en: dan}, description: {en: dade}, outputPortType: API, format: JSON, authenticationMethod: OAuth, specification: OAS, specsURL: "https://spe", accessURL: "https://acc", documentationURL: "https://doc", hashType: SHA-2, checksum: ckh, accextra: acx}
  dataHolder: {legalName: ln1, businessID: bid, contactName: cnm, email: h@x.example, taxID: tax, vatID: vat, businessDomain: bdom, logoURL: "https://logo", description: hde, URL: "https://hurl", telephone: tel, streetAddress: sad, postalCode: pco, addressRegion: areg, addressLocality: aloc, addressCountry: acou, aggregateRating: arat, ratingCount: rcnt, slogan: slg, parentOrganization: porg}
  paymentGateways: {default: [{type: Stripe, version: pgv, reference: "https://pgr", spec: {x: pgs}}]}
  productStrategy: {status: Active, objectives: [{en: obj}], contributesToKPI: {id: kid, name: knm, unit: ku, target: 55, calculation: kca}}
extra: top-extra
)~")},
        {"dpds.yaml", QByteArray(R"~(dataProductDescriptor: 1.0.0
info: {id: uuid-1, fullyQualifiedName: "urn:dpds:c:dataproducts:p:1", entityType: dataproduct, name: pn, version: 1.2.3, displayName: Pd, description: pdesc, domain: pdom, owner: {id: o@x.example, name: Oo, x-o: xo}, contactPoints: [{name: cpn, description: cpd, channel: email, address: a@x.example, x-c: xc}], x-prop: {xa: xpv}}
interfaceComponents:
  inputPorts: [{id: ipid, fullyQualifiedName: "urn:ip", name: ip, version: 1.0.0, displayName: Ipd, description: ipde, componentGroup: cg, tags: [it], externalDocs: {description: edd, mediaType: text/html, $href: "https://ed"}, dependsOn: "urn:dep", x-ip: xip}]
  outputPorts:
  - name: op
    version: 2.0.0
    promises: {platform: plt, servicesType: datastore-services, x-pr: xpr, api: {id: apid, name: apn, version: 3.0.0, description: apde, specification: datastoreapi, specificationVersion: 4.0.0, externalDocs: {$href: "https://aed"}, definition: {datastoreapi: 1.0.1, info: {title: dti, contact: {name: dco}}, services: {development: {name: dsv, serverInfo: {host: dhost}}}, schema: {databaseName: dbn, databaseSchemaName: dbs, x-s: xs, tables: [{id: tid, name: tn, version: 5.0.0, description: tde, specification: jsc, definition: {name: tn, displayName: Tnd, description: tdd, physicalType: VIEW, comment: tcom, tags: [tdt], type: object, properties: {c1: {type: string, name: c1, description: c1d, kind: ATTRIBUTE, required: true, displayName: C1, default: c1def, isUnique: true, isNullable: false, length: 101, physicalType: VARCHAR, ordinalPosition: 12, classificationLevel: c1cl, comment: c1com, externalDocs: {$href: "https://c1"}, x-c1: xc1}}}}]}}}, deprecationPolicy: {name: dpn, version: 6.0.0, description: dpde, specification: dps, definition: {x-dep: xdep}, externalDocs: {$href: "https://dep"}}, slo: {name: slon, description: slod, specification: slos, definition: {x-op: {availability: 0.9991, list: [l1, l2]}}}}
    expectations: {audience: {name: aun, description: aud, definition: {x-aud: xaud}}, usage: {description: usd, definition: {x-us: xus}}, x-ex: xex}
    obligations: {termsAndConditions: {description: tcd, definition: {x-tc: xtc}, externalDocs: {$href: "https://tc"}}, billingPolicy: {description: bpd, definition: {x-bp: xbp}}, sla: {description: slad, definition: {x-sla: {err: 0.017}}}, x-ob: xob}
  discoveryPorts: [{name: dsp, version: 1.0.0, promises: {servicesType: dstype}}]
  observabilityPorts: [{name: obp, version: 1.0.0}]
  controlPorts: [{name: cop, version: 1.0.0}]
internalComponents:
  lifecycleInfo: {dev: [{name: lif, order: 71, service: {$href: lis}, template: {name: lit}, configurations: {k: lik}}]}
  applicationComponents: [{id: acid, name: acn, version: 7.0.0, displayName: Acd, description: acde, componentGroup: acg, platform: acp, applicationType: act, consumesFrom: [acf], providesTo: [apt], dependsOn: [adp], tags: [acta], externalDocs: {$href: "https://ac"}, x-ac: xac, buildInfo: {b: bld}}]
  infrastructuralComponents: [{name: inn, version: 8.0.0, description: inde, platform: inp, infrastructureType: ity, dependsOn: [idp], tags: [inta], provisionInfo: {p: prv}, x-in: xin}]
components: {inputPorts: {unused: {name: unusedport}}}
tags: [rt]
externalDocs: {description: rdd, $href: "https://rd"}
x-root: xroot
)~")},
        {"events.ndjson",
         QByteArray(
             R"~({"eventTime": "2026-01-01T00:00:00Z", "eventType": "COMPLETE", "producer": "https://prod", "schemaURL": "https://ol/RunEvent", "run": {"runId": "r-1", "facets": {"nominalTime": {"nominalStartTime": "2026-01-01T00:00:01Z", "nominalEndTime": "2026-01-01T00:00:02Z"}, "parent": {"run": {"runId": "r-0"}, "job": {"namespace": "pns", "name": "pname"}}, "processing_engine": {"version": "pev", "name": "spark", "openlineageAdapterVersion": "oav"}, "errorMessage": {"message": "emsg", "programmingLanguage": "py", "stackTrace": "stk"}, "own_runfacet": {"x": "orf"}}}, "job": {"namespace": "jn", "name": "jj", "facets": {"documentation": {"description": "jdoc"}, "sql": {"query": "select q1"}, "sourceCodeLocation": {"type": "git", "url": "https://git", "branch": "brn", "version": "gver"}, "jobType": {"processingType": "BATCH", "integration": "SPARK", "jobType": "JTY"}, "ownership": {"owners": [{"name": "team:own1", "type": "MAINT"}]}, "own_jobfacet": {"y": "ojf"}, "tags": {"tags": [{"key": "jk", "value": "jv", "source": "jsrc"}]}}}, "inputs": [{"namespace": "pg://h", "name": "a.in", "facets": {"dataSource": {"name": "dsn", "uri": "pg://uri"}, "own_dsfacet": {"z": "odf"}, "schema": {"fields": [{"name": "x", "type": "int", "description": "xd", "ordinal_position": 81, "fields": [{"name": "sub", "type": "subt"}]}]}}, "inputFacets": {"dataQualityMetrics": {"rowCount": 901, "bytes": 902, "columnMetrics": {"x": {"nullCount": 903, "distinctCount": 904, "sum": 905.5, "min": 906.5, "quantiles": {"0.5": 907.5}}}}, "dataQualityAssertions": {"assertions": [{"assertion": "not_null", "success": false, "column": "x", "severity": "sevr"}]}}}], "outputs": [{"namespace": "pg://h", "name": "a.out", "facets": {"documentation": {"description": "odoc"}, "version": {"datasetVersion": "dver"}, "storage": {"storageLayer": "delta", "fileFormat": "parquet"}, "symlinks": {"identifiers": [{"namespace": "hive://m", "name": "d.t", "type": "TABLE"}]}, "hierarchy": {"hierarchy": [{"type": "DATABASE", "name": "hdb"}]}, "lifecycleStateChange": {"lifecycleStateChange": "OVERWRITE"}, "columnLineage": {"fields": {"o": {"inputFields": [{"namespace": "pg://h", "name": "a.in", "field": "x", "transformations": [{"type": "DIRECT", "subtype": "TRANSFORMATION", "description": "trdesc", "masking": true}]}], "transformationDescription": "oldtd", "transformationType": "oldtt"}}, "dataset": [{"namespace": "pg://h", "name": "a.flt", "field": "fx", "transformations": [{"type": "INDIRECT", "subtype": "FILTER"}]}]}}, "outputFacets": {"outputStatistics": {"rowCount": 911, "size": 912, "fileCount": 913}}}]}
)~")},
    };
    return all;
}

} // namespace meshscope::test
