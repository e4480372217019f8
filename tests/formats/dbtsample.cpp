#include "tests/formats/dbtsample.h"

// in a file of its own: moc does not know raw strings
namespace meshscope::test {

QByteArray dbtManifestSample()
{
    return R"json({
 "metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json", "adapter_type": "postgres",
              "project_name": "shop", "generated_at": "2026-01-01T00:00:00Z"},
 "nodes": {
  "model.shop.orders": {"name": "orders", "resource_type": "model", "package_name": "shop", "database": "wh", "schema": "marts",
    "alias": "orders", "fqn": ["shop", "sales", "core", "orders"], "relation_name": "\"wh\".\"marts\".\"orders\"",
    "description": "All {{ doc('orders_doc') }}", "tags": ["daily"], "group": "finance", "access": "public",
    "deprecation_date": "2027-01-01", "version": null, "raw_code": "select 1", "compiled_code": "select one",
    "meta": {"owner": "jane@example.com", "tier": 1}, "config": {"materialized": "table", "enabled": true,
      "contract": {"enforced": true}, "meta": {"owner": "jane@example.com", "tier": 1}},
    "contract": {"enforced": true, "checksum": "abc"},
    "constraints": [{"type": "primary_key", "columns": ["order_id"]}, {"type": "check", "expression": "amount > 0"}],
    "columns": {
      "order_id": {"name": "order_id", "data_type": "integer", "description": "Key", "constraints": [{"type": "not_null"}, {"type": "unique"}]},
      "email": {"name": "email", "data_type": "text", "meta": {"contains_pii": true, "source": "crm"}, "tags": ["x"], "config": {"tags": ["x", "y"]}},
      "note": {"name": "note", "config": {"meta": {"classification": "confidential"}}, "constraints": [{"type": "foreign_key", "to": "notes", "to_columns": ["id"]}]}},
    "depends_on": {"nodes": ["model.shop.between", "seed.shop.countries", "seed.shop.countries"]}},
  "model.shop.between": {"name": "between", "resource_type": "model", "package_name": "shop", "database": "wh", "schema": "stg",
    "alias": "between", "config": {"materialized": "ephemeral"}, "columns": {"x": {"name": "x"}},
    "depends_on": {"nodes": ["source.shop.erp.raw_orders", "model.shop.between2"]}},
  "model.shop.between2": {"name": "between2", "config": {"materialized": "ephemeral"}, "depends_on": {"nodes": ["model.shop.between", "model.gone.away"]}},
  "seed.shop.countries": {"name": "countries", "resource_type": "seed", "package_name": "shop", "database": "wh", "schema": "ref",
    "alias": "countries", "fqn": ["shop", "countries"], "config": {"materialized": "seed"}, "columns": {"code": {"name": "code"}}},
  "snapshot.shop.orders_history": {"name": "orders_history", "package_name": "shop", "database": "wh", "schema": "snap", "alias": "orders_history",
    "fqn": ["shop", "snap", "orders_history", "orders_history"], "config": {"materialized": "snapshot"}, "raw_sql": "select 2",
    "depends_on": {"nodes": ["model.shop.orders"]}},
  "model.shop.off": {"name": "off", "database": "wh", "schema": "s", "alias": "off", "config": {"enabled": false}},
  "analysis.shop.look": {"name": "look", "database": "wh", "schema": "s", "alias": "look", "config": {"materialized": "view"}},
  "operation.shop.hook": {"name": "hook", "database": "wh", "schema": "s", "alias": ""},
  "test.shop.not_null_orders_order_id.1": {"name": "not_null_orders_order_id", "column_name": "order_id", "attached_node": "model.shop.orders",
    "config": {"severity": "WARN"}, "test_metadata": {"name": "not_null", "kwargs": {"column_name": "order_id"}},
    "compiled_code": "\nselect 1\n", "depends_on": {"nodes": ["model.shop.orders"]}},
  "test.shop.relationships_orders.2": {"name": "relationships_orders", "test_metadata": {"name": "relationships",
      "kwargs": {"column_name": "country", "model": "{{ get_where_subquery(ref('orders')) }}", "to": "ref('countries')"}},
    "config": {}, "depends_on": {"nodes": ["seed.shop.countries", "model.shop.orders"]}},
  "test.shop.source_fresh.3": {"name": "source_fresh", "test_metadata": {"name": "unique", "kwargs": {"model": "{{ source('erp', 'raw_orders') }}"}},
    "depends_on": {"nodes": ["source.shop.erp.raw_orders"]}},
  "test.shop.singular": {"name": "singular", "description": "No negative amounts", "raw_code": "select 3", "depends_on": {"nodes": ["model.shop.between"]}},
  "test.shop.disabled": {"name": "disabled", "config": {"enabled": false}, "depends_on": {"nodes": []}}
 },
 "sources": {
  "source.shop.erp.raw_orders": {"name": "raw_orders", "source_name": "erp", "package_name": "shop", "database": "raw", "schema": "erp",
    "identifier": "ORDERS", "fqn": ["shop", "staging", "erp", "raw_orders"], "source_description": "From the ERP", "description": "",
    "loader": "fivetran", "freshness": {"warn_after": {"count": 12, "period": "hour"}, "error_after": {"count": 1, "period": "day"}},
    "columns": {"id": {"name": "id"}}, "config": {"enabled": true}},
  "source.shop.files.countries": {"name": "countries_file", "source_name": "files", "package_name": "shop", "database": "wh", "schema": "ref",
    "identifier": "countries", "description": "Codes", "tags": ["iso"], "config": {"freshness": {"warn_after": {"count": 2, "period": "day"}}},
    "freshness": null, "columns": {"CODE": {"name": "CODE"}, "label": {"name": "label"}}}
 },
 "docs": {"doc.shop.orders_doc": {"name": "orders_doc", "package_name": "shop", "block_contents": "orders ever made"}},
 "groups": {"group.shop.finance": {"name": "finance", "package_name": "shop", "owner": {"name": "Finance team", "email": "fin@example.com", "slack": "#fin"}}},
 "metrics": {"metric.shop.revenue": {"name": "revenue", "depends_on": {"nodes": ["semantic_model.shop.orders"]}}},
 "semantic_models": {"semantic_model.shop.orders": {"name": "orders", "depends_on": {"nodes": ["model.shop.orders"]}}},
 "exposures": {
  "exposure.shop.weekly": {"name": "weekly", "label": "Weekly report", "type": "dashboard", "maturity": "high", "url": "https://bi/1",
    "description": "Sales", "owner": {"name": "Ann", "email": "ann@example.com"}, "tags": ["bi"], "fqn": ["shop", "sales", "weekly"], "package_name": "shop",
    "depends_on": {"nodes": ["metric.shop.revenue", "source.shop.erp.raw_orders"]}},
  "exposure.shop.gone": {"name": "gone", "type": "ml", "config": {"enabled": false}, "depends_on": {"nodes": []}}
 },
 "disabled": {"model.shop.never": [{"name": "never"}]},
 "parent_map": {}, "child_map": {}
})json";
}

} // namespace meshscope::test
