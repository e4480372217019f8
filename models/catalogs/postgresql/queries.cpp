#include "models/catalogs/postgresql/queries.h"

namespace meshscope::postgresql {

const char *const schemasSql = R"sql(
SELECT json_build_object(
  'database', current_database(),
  'comment', (SELECT shobj_description(d.oid, 'pg_database') FROM pg_database d WHERE d.datname = current_database()),
  'owner', (SELECT pg_get_userbyid(d.datdba) FROM pg_database d WHERE d.datname = current_database()),
  'version', version(),
  'schemas', (SELECT coalesce(json_agg(json_build_object(
      'oid', n.oid::bigint, 'name', n.nspname, 'comment', obj_description(n.oid, 'pg_namespace'),
      'owner', pg_get_userbyid(n.nspowner), 'usable', has_schema_privilege(n.oid, 'USAGE'),
      'relations', (SELECT count(*) FROM pg_class c
                    WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition),
      'partitions', (SELECT count(*) FROM pg_class c WHERE c.relnamespace = n.oid AND c.relispartition
                     AND c.relkind IN ('r', 'p', 'f'))) ORDER BY n.nspname), '[]')
    FROM pg_namespace n WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%'))
)sql";

const char *const typesSql = R"sql(
SELECT coalesce(json_agg(json_build_object('type', t.oid::bigint, 'array', t.typarray::bigint, 'fields', (
    SELECT json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'typeId', a.atttypid::bigint,
        'notNull', a.attnotnull, 'comment', col_description(a.attrelid, a.attnum)) ORDER BY a.attnum)
    FROM pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped)) ORDER BY t.oid), '[]')
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
)sql";

const char *const namesSql = R"sql(
SELECT concat_ws('/', version(), current_user,
  (SELECT sum(hashtextextended(concat_ws('/', n.oid, n.nspname, has_schema_privilege(n.oid, 'USAGE')), 0))
     FROM pg_namespace n),
  (SELECT sum(hashtextextended(concat_ws('/', p.oid, p.proname, p.pronamespace), 0)) FROM pg_proc p),
  (SELECT sum(hashtextextended(concat_ws('/', t.oid, t.xmin, t.typname, t.typnamespace), 0)) FROM pg_type t
    WHERE t.typtype IN ('d', 'e', 'r')),
  (SELECT sum(hashtextextended(concat_ws('/', e.enumtypid, e.enumsortorder, e.enumlabel), 0)) FROM pg_enum e),
  (SELECT sum(hashtextextended(concat_ws('/', r.oid, r.rolname, r.rolinherit), 0)) FROM pg_roles r),
  (SELECT sum(hashtextextended(concat_ws('/', m.roleid, m.member), 0)) FROM pg_auth_members m),
  (SELECT sum(hashtextextended(concat_ws('/', s.oid, s.srvname), 0)) FROM pg_foreign_server s))
)sql";

// Numbers of relations have a step of their own (each table takes several): what counts is a hash of them.
//
// Rows of the catalogs bear the number of the transaction that wrote them: what has the same numbers has not changed. Sizes
// and estimates are written in place and stand beside it. What a text of a relation says of others (names of tables and
// columns it refers to) is added where it comes from other rows.
const char *const sharesSql = R"sql(
WITH asked AS (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS s(schema, shares)),
r AS MATERIALIZED (
  SELECT c.oid, c.relnamespace, hashint8(c.oid::bigint) & (s.shares - 1) AS share, c.relkind, c.xmin, c.reltuples, c.relpages, c.relowner,
         has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT') AS readable
  FROM pg_class c JOIN asked s ON s.schema = c.relnamespace::bigint
  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition),
k AS MATERIALIZED (SELECT k.oid, k.xmin, k.conrelid, k.confrelid, k.conkey, k.confkey FROM pg_constraint k WHERE k.conrelid <> 0)
SELECT r.relnamespace::bigint, r.share, count(h.isrelation), count(*) FILTER (WHERE h.isrelation AND NOT r.readable),
       sum(h.said)::text
FROM r JOIN (
  SELECT r.oid AS id, true AS isrelation, hashtextextended(concat_ws('/', r.oid, r.xmin, r.reltuples, r.relpages,
      pg_get_userbyid(r.relowner), r.readable, pg_stat_get_last_analyze_time(r.oid),
      pg_stat_get_last_autoanalyze_time(r.oid), pg_stat_get_last_vacuum_time(r.oid),
      pg_stat_get_last_autovacuum_time(r.oid)), 0) AS said FROM r
  UNION ALL SELECT a.attrelid, NULL, hashtextextended(concat_ws('/', 'a', a.attnum, a.xmin, t.typname, t.typnamespace), 0)
    FROM pg_attribute a LEFT JOIN pg_type t ON t.oid = a.atttypid WHERE a.attnum > 0
  UNION ALL SELECT d.adrelid, NULL, hashtextextended(concat_ws('/', 'd', d.oid, d.xmin), 0) FROM pg_attrdef d
  UNION ALL SELECT d.objoid, NULL, hashtextextended(concat_ws('/', 'c', d.objsubid, d.xmin), 0)
    FROM pg_description d WHERE d.classoid = 'pg_class'::regclass
  UNION ALL SELECT k.conrelid, NULL, hashtextextended(concat_ws('/', 'k', k.oid, k.xmin, t.relname, t.relnamespace), 0)
    FROM k LEFT JOIN pg_class t ON t.oid = k.confrelid
  UNION ALL SELECT k.conrelid, NULL, hashtextextended(concat_ws('/', 'f', k.oid, a.attnum, a.attname), 0)
    FROM k JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = ANY (k.confkey) WHERE k.confrelid <> 0
  UNION ALL SELECT k.conrelid, NULL, hashtextextended(concat_ws('/', 'kc', k.oid, d.xmin), 0)
    FROM k JOIN pg_description d ON d.objoid = k.oid AND d.classoid = 'pg_constraint'::regclass
  UNION ALL SELECT w.ev_class, NULL, hashtextextended(concat_ws('/', 'w', w.oid, w.xmin), 0) FROM pg_rewrite w
  UNION ALL SELECT w.ev_class, NULL,
      hashtextextended(concat_ws('/', 'u', p.refobjid, p.refobjsubid, q.relname, q.relnamespace, a.attname), 0)
    FROM pg_rewrite w JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = w.oid
      AND p.refclassid = 'pg_class'::regclass AND p.refobjid <> w.ev_class
    JOIN pg_class q ON q.oid = p.refobjid
    LEFT JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid AND p.refobjsubid > 0
    WHERE w.ev_class >= 16384
  UNION ALL SELECT i.inhparent, NULL, hashtextextended(concat_ws('/', 'p', i.inhrelid, c.relname, c.relnamespace), 0)
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
  UNION ALL SELECT i.inhrelid, NULL, hashtextextended(concat_ws('/', 'i', i.inhparent, c.relname, c.relnamespace), 0)
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent
  UNION ALL SELECT pg_partition_root(c.oid), NULL, hashtextextended(concat_ws('/', 'pc', c.oid, c.reltuples, c.relpages), 0)
    FROM pg_class c WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f')
  UNION ALL SELECT f.ftrelid, NULL, hashtextextended(concat_ws('/', 'ft', f.xmin), 0) FROM pg_foreign_table f
) h ON h.id = r.oid
GROUP BY 1, 2 ORDER BY 1, 2
)sql";

// What ANALYZE found in columns, pg_stats shows for those this user may read. Values are somebody's data: only where numbers
// and times begin and end is asked for, and not of what is marked as personal.
//
// What is null is left out. The list of relations is sorted before any of them is made into an object, so that the first
// come at once.
const char *const relationsSql = R"sql(
SELECT c.share, json_strip_nulls(json_build_object(
  'name', c.relname, 'kind', c.relkind, 'persistence', nullif(c.relpersistence, 'p'),
  'comment', obj_description(c.oid, 'pg_class'), 'owner', pg_get_userbyid(c.relowner),
  'rows', CASE WHEN c.relkind IN ('r', 'm', 'f') THEN CASE WHEN c.isestimated THEN c.reltuples::bigint END
               WHEN c.relkind = 'p' THEN (
      SELECT CASE WHEN bool_and(l.reltuples >= 0) THEN sum(l.reltuples)::bigint END FROM pg_partition_tree(c.oid) t
      JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf AND l.oid <> c.oid) END,
  'bytes', nullif(CASE WHEN c.relkind = 'p' THEN (
      SELECT sum(l.relpages)::bigint FROM pg_partition_tree(c.oid) t JOIN pg_class l ON l.oid = t.relid WHERE t.isleaf)
      ELSE c.relpages END * current_setting('block_size')::bigint, 0),
  'estimated', CASE WHEN c.relkind IN ('r', 'm') AND c.isestimated THEN greatest(
      pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid),
      pg_stat_get_last_vacuum_time(c.oid), pg_stat_get_last_autovacuum_time(c.oid)) END,
  'analyzed', CASE WHEN c.isestimated THEN greatest(
      pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid)) END,
  'readable', has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT'),
  'rowSecurity', nullif(c.relrowsecurity, false),
  'definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
  'partitionKey', CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END,
  'partitionColumns', CASE WHEN c.relkind = 'p' THEN (SELECT json_agg(a.attname) FROM pg_partitioned_table k
      JOIN pg_attribute a ON a.attrelid = k.partrelid AND a.attnum = ANY (k.partattrs::smallint[])
      WHERE k.partrelid = c.oid) END,
  'partitions', CASE WHEN c.relkind = 'p' THEN (
      SELECT json_agg(json_build_object('schema', n.nspname, 'name', p.relname) ORDER BY n.nspname, p.relname)
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhrelid AND p.relispartition
      JOIN pg_namespace n ON n.oid = p.relnamespace WHERE i.inhparent = c.oid) END,
  'inherits', (SELECT json_agg(json_build_object('schema', n.nspname, 'name', p.relname) ORDER BY i.inhseqno)
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace
      WHERE i.inhrelid = c.oid),
  'server', CASE WHEN c.relkind = 'f' THEN (SELECT s.srvname FROM pg_foreign_table f
      JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid) END,
  'columns', (SELECT json_agg(json_build_object(
      'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
      'typeId', CASE WHEN a.atttypid >= 16384 THEN a.atttypid::bigint END, 'notNull', a.attnotnull,
      'comment', col_description(c.oid, a.attnum),
      'default', CASE WHEN a.atthasdef THEN pg_get_expr(d.adbin, d.adrelid) END,
      'identity', nullif(a.attidentity, ''), 'generated', nullif(a.attgenerated, ''),
      'values', CASE WHEN t.typtype = 'e' THEN (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e
                                                WHERE e.enumtypid = t.oid) END,
      'base', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
      'denied', CASE WHEN c.isbycolumn AND NOT has_column_privilege(c.oid, a.attnum, 'SELECT') THEN true END,
      'profile', CASE WHEN c.isestimated THEN (
        SELECT json_build_object('nullShare', s.null_frac, 'distinct', s.n_distinct, 'range',
          CASE WHEN coalesce(col_description(c.oid, a.attnum), '') ~ '^\W*PII\M' THEN NULL
               WHEN a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype) THEN (
                 SELECT json_build_array(min(v::numeric)::text, max(v::numeric)::text) FROM unnest(s.seen) v)
               WHEN a.atttypid IN ('float4'::regtype, 'float8'::regtype) THEN (
                 SELECT json_build_array(min(v::float8)::text, max(v::float8)::text) FROM unnest(s.seen) v)
               WHEN a.atttypid = 'date'::regtype THEN (
                 SELECT json_build_array(min(v::date)::text, max(v::date)::text) FROM unnest(s.seen) v)
               WHEN a.atttypid = 'timestamp'::regtype THEN (
                 SELECT json_build_array(min(v::timestamp)::text, max(v::timestamp)::text) FROM unnest(s.seen) v)
               WHEN a.atttypid = 'timestamptz'::regtype THEN (
                 SELECT json_build_array(min(v::timestamptz)::text, max(v::timestamptz)::text) FROM unnest(s.seen) v) END)
        FROM (SELECT p.null_frac, p.n_distinct,
                     p.histogram_bounds::text::text[] || p.most_common_vals::text::text[] AS seen
              FROM pg_stats p WHERE p.schemaname = c.schema AND p.tablename = c.relname AND p.attname = a.attname
                AND p.inherited = (c.relkind = 'p')) s) END)
        ORDER BY a.attnum)
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_attrdef d ON a.atthasdef AND d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  'constraints', (SELECT json_agg(json_build_object(
      'name', k.conname, 'type', k.contype, 'definition', pg_get_constraintdef(k.oid),
      'comment', obj_description(k.oid, 'pg_constraint'),
      'columns', (SELECT json_agg(a.attname ORDER BY o.place) FROM unnest(k.conkey) WITH ORDINALITY o(number, place)
                  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = o.number),
      'toSchema', rn.nspname, 'to', r.relname,
      'toColumns', CASE WHEN k.contype = 'f' THEN (
                    SELECT json_agg(a.attname ORDER BY o.place) FROM unnest(k.confkey) WITH ORDINALITY o(number, place)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = o.number) END) ORDER BY k.conname)
      FROM pg_constraint k LEFT JOIN pg_class r ON r.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
      WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')),
  'reads', CASE WHEN c.relkind IN ('v', 'm') THEN (
      SELECT json_agg(json_build_object('schema', u.nspname, 'name', u.relname, 'columns', u.columns)
                      ORDER BY u.nspname, u.relname) FROM (
        SELECT n.nspname, b.relname, json_agg(DISTINCT a.attname) FILTER (WHERE a.attname IS NOT NULL) AS columns
        FROM pg_rewrite w JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = w.oid
            AND p.refclassid = 'pg_class'::regclass AND p.refobjid <> c.oid
        JOIN pg_class q ON q.oid = p.refobjid AND q.relkind IN ('r', 'p', 'v', 'm', 'f')
        JOIN pg_class b ON b.oid = CASE WHEN q.relispartition THEN pg_partition_root(q.oid) ELSE q.oid END
        JOIN pg_namespace n ON n.oid = b.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = p.refobjid AND a.attnum = p.refobjsubid AND p.refobjsubid > 0
        WHERE w.ev_class = c.oid GROUP BY n.nspname, b.relname) u) END))
FROM (SELECT r.*, (SELECT n.nspname FROM pg_namespace n WHERE n.oid = r.relnamespace) AS schema,
             hashint8(r.oid::bigint) & ($2::bigint - 1) AS share,
             r.reltuples > 0 OR (r.reltuples = 0 AND (r.relpages > 0 OR current_setting('server_version_num')::int >= 140000))
               AS isestimated,
             NOT has_table_privilege(r.oid, 'SELECT') AND has_any_column_privilege(r.oid, 'SELECT') AS isbycolumn
      FROM pg_class r
      WHERE r.relnamespace = $1::bigint::oid AND r.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT r.relispartition
        AND hashint8(r.oid::bigint) & ($2::bigint - 1) = ANY ($3::bigint[])
      ORDER BY share, r.relname OFFSET 0) c
)sql";

const char *const countSql = R"sql(
SELECT count(*), count(*) FILTER (WHERE has_schema_privilege(n.oid, 'USAGE')
    AND (has_table_privilege(c.oid, 'SELECT') OR has_any_column_privilege(c.oid, 'SELECT')))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition AND n.nspname <> 'information_schema'
  AND n.nspname NOT LIKE 'pg\_%'
)sql";

} // namespace meshscope::postgresql
