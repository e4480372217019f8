-- the shop
CREATE TABLE IF NOT EXISTS "Shop"."orders" (
  order_id BIGINT NOT NULL PRIMARY KEY COMMENT 'it''s the key', /* two */
  `amount` DECIMAL(12, 2) DEFAULT (1 + 2),
  items ARRAY<STRUCT<a: INT>>,
  CONSTRAINT pk UNIQUE (order_id, amount), FOREIGN KEY (a) REFERENCES t (b)
) PARTITIONED BY (day);
create or replace view v (a, b) as select a, b from x;
COMMENT ON COLUMN orders.amount IS 'how much';
