# What the fuzzers need of the folders that speak to servers, store and show: only what reads. models/formats comes whole.
set(fuzzed_answers
    models/access/agreementtext.cpp models/access/yamledit.cpp models/access/yamltext.cpp
    models/catalogs/awsendpoint.cpp models/catalogs/ckan/records.cpp
    models/catalogs/datahub/changes.cpp models/catalogs/datahub/datasets.cpp
    models/catalogs/datahub/graphql.cpp models/catalogs/datahub/names.cpp models/catalogs/datahub/quality.cpp
    models/catalogs/datahub/records.cpp models/catalogs/datazone/assets.cpp models/catalogs/datazone/context.cpp
    models/catalogs/datazone/lineage.cpp models/catalogs/datazone/records.cpp
    models/catalogs/datazone/requestreason.cpp models/catalogs/datazone/subscriptions.cpp
    models/catalogs/entropy/assets.cpp models/catalogs/entropy/records.cpp
    models/catalogs/entropy/samples.cpp models/catalogs/glue/history.cpp
    models/catalogs/glue/records.cpp models/catalogs/http/awsauth.cpp models/catalogs/http/inflater.cpp
    models/catalogs/http/message.cpp models/catalogs/http/oauth.cpp models/catalogs/http/profile.cpp
    models/catalogs/http/redaction.cpp models/catalogs/http/redirect.cpp models/catalogs/http/retry.cpp
    models/catalogs/http/sigv4.cpp models/catalogs/iceberg/paths.cpp models/catalogs/iceberg/records.cpp
    models/catalogs/iceberg/schema.cpp models/catalogs/iceberg/snapshots.cpp models/catalogs/ignorerules.cpp
    models/catalogs/keptrows.cpp
    models/catalogs/marquez/jobs.cpp models/catalogs/marquez/parts.cpp
    models/catalogs/marquez/records.cpp models/catalogs/opendatamesh/records.cpp
    models/catalogs/openmetadata/assets.cpp models/catalogs/openmetadata/context.cpp
    models/catalogs/openmetadata/entities.cpp models/catalogs/openmetadata/lineage.cpp
    models/catalogs/openmetadata/names.cpp models/catalogs/openmetadata/quality.cpp
    models/catalogs/openmetadata/samples.cpp
    models/catalogs/postgresql/relations.cpp models/catalogs/signatures.cpp models/catalogs/sniff.cpp
    models/catalogs/trino/records.cpp models/catalogs/trino/values.cpp models/catalogs/unity/columns.cpp
    models/catalogs/unity/records.cpp models/health/units.cpp models/samples/delimited.cpp models/samples/jsonrows.cpp
    models/samples/sqliterows.cpp models/samples/textsource.cpp models/security/algorithms.cpp
    models/security/ed25519.cpp)
