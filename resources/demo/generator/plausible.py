"""What follows from the rest of a row: sums, differences and words that must agree."""
from datetime import datetime

RATES = {"SEK": 1, "EUR": 11.42, "NOK": 0.97, "DKK": 1.53, "USD": 10.61, "GBP": 13.34, "PLN": 2.66}
COMPETITORS = {"Handla": "handla", "Prisby": "prisby", "Kauppala": "kauppala", "Torvet": "torvet"}


def hours(row, begin, end):
    if not row.get(begin) or not row.get(end):
        return None
    parse = datetime.fromisoformat
    return (parse(row[end]).replace(tzinfo=None) - parse(row[begin]).replace(tzinfo=None)).total_seconds() / 3600


def minutes(row, begin, end):
    gap = hours(row, begin, end)
    return None if gap is None else round(gap * 60)


def days(row, begin, end):
    gap = hours(row, begin, end)
    return None if gap is None else int(gap // 24)


# column -> function of the row, the article's price and a random source; applied in this order
RULES = {
    "delivered_at": lambda r, price, x: r["delivered_at"]
    if r.get("delivery_status", r.get("order_status", "delivered")) in ("delivered", "returned") else None,
    "arrived_at": lambda r, price, x: r["arrived_at"] if r["shipment_status"] == "arrived" else None,
    "unit_price": lambda r, price, x: price,
    "list_price": lambda r, price, x: price,
    "net_price": lambda r, price, x: round(price / 1.25, 2),
    "unit_cost": lambda r, price, x: round(price * 0.52, 2),
    "unit_value": lambda r, price, x: round(price * 0.55, 2),
    "promo_price": lambda r, price, x: round(price * x.choice([0.67, 0.75, 0.8]), 1),
    "discount_pct": lambda r, price, x: round(100 - 100 * r["promo_price"] / price),
    "depth": lambda r, price, x: round(r["promo_price"] / price, 2),
    "old_price": lambda r, price, x: round(price * x.choice([0.9, 0.95, 1.1]), 1),
    "new_price": lambda r, price, x: price,
    "lowest_30d": lambda r, price, x: min(r["old_price"], price),
    "change_pct": lambda r, price, x: round(100 * (r["new_price"] / r["old_price"] - 1), 1) if "new_price" in r
    else round(100 * (r["rate"] / r["previous_rate"] - 1), 2),
    "price_per_unit": lambda r, price, x: round(price * x.choice([1, 2, 2.5]), 2),
    "competitor_price": lambda r, price, x: round(price * x.uniform(0.88, 1.12), 1),
    "lowest_price": lambda r, price, x: round(price * x.uniform(0.86, 1.06), 1),
    "price_gap_pct": lambda r, price, x: round(100 * (price / r["lowest_price"] - 1), 1),
    "lowest_competitor": lambda r, price, x: x.choice(list(COMPETITORS)),
    "source_url": lambda r, price, x: f"https://{COMPETITORS[r['competitor']]}.example/p/{r['article_id']}",
    "discount_amount": lambda r, price, x: x.choice([0, 0, 0, round(price * 0.2, 2)]) if "quantity" in r else 0,
    "net_amount": lambda r, price, x: round(price * r["quantity"] / 1.25 - r.get("discount_amount", 0), 2)
    if "unit_price" in r or "return_reason" in r else r["net_amount"],
    "vat_amount": lambda r, price, x: round(r["net_amount"] * 0.25, 2),
    "gross_amount": lambda r, price, x: round(r["net_amount"] + r["vat_amount"], 2),
    "net_amount_sek": lambda r, price, x: round(r["net_amount"] * RATES[r["currency"]], 2),
    "amount_sek": lambda r, price, x: round(r["amount"] * RATES.get(r["currency"], 1), 2),
    "promotion_id": lambda r, price, x: r["promotion_id"] if r.get("discount_amount", 1) else None,
    "reserved": lambda r, price, x: min(r["on_hand"], x.choice([0, 0, 1, 2, 5])),
    "blocked": lambda r, price, x: x.choice([0, 0, 0, 1]) if r["on_hand"] > 10 else 0,
    "available": lambda r, price, x: r["on_hand"] - r.get("reserved", 0) - r.get("blocked", 0),
    "proposed_qty": lambda r, price, x: max(0, round(r["forecast_qty"] + r["safety_stock"] - r["available"])),
    "forecast_low": lambda r, price, x: round(r["forecast_qty"] * 0.7, 1),
    "forecast_high": lambda r, price, x: round(r["forecast_qty"] * 1.4, 1),
    "value_moved": lambda r, price, x: round(r["quantity"] * price * 0.55, 2),
    "is_correction": lambda r, price, x: r["move_type"] == "correction",
    "book_qty": lambda r, price, x: max(0, r["counted_qty"] + x.choice([-2, 0, 0, 0, 1, 3])),
    "difference": lambda r, price, x: r["counted_qty"] - r["book_qty"],
    "difference_pct": lambda r, price, x: round(100 * r["difference"] / r["book_qty"], 1) if r["book_qty"] else None,
    "received_qty": lambda r, price, x: r["ordered_qty"] if r["purchase_status"] == "received" else
    r["ordered_qty"] // 2 if r["purchase_status"] == "partly received" else 0,
    "received_at": lambda r, price, x: r["received_at"] if r.get("received_qty", 1) else None,
    "open_qty": lambda r, price, x: r["ordered_qty"] - r["received_qty"],
    "days_late": lambda r, price, x: x.choice([-1, 0, 0, 0, 1, 4]) if r["received_at"] else None,
    "delay_minutes": lambda r, price, x: minutes(r, "planned_arrival_at", "arrived_at"),
    "minutes_late": lambda r, price, x: max(0, minutes(r, "promised_to", "delivered_at") or 0),
    "is_on_time": lambda r, price, x: r["minutes_late"] == 0 if r["delivered_at"] else None,
    "signed_by": lambda r, price, x: x.choice(["A. Nyström", "E. Virtanen", "H. Karlsen", "neighbour", "parcel box"])
    if r["delivered_at"] else None,
    "email": lambda r, price, x: r["email"] if r.get("customer_id", True) else None,
    "hours_to_refund": lambda r, price, x: round(x.uniform(4, 70), 1),
    "days_kept": lambda r, price, x: x.randrange(2, 29),
    "is_resellable": lambda r, price, x: r["return_reason"] != "faulty",
    "redeemed_at": lambda r, price, x: r["redeemed_at"] if r["voucher_status"] == "redeemed" else None,
    "order_id": lambda r, price, x: r["order_id"] if r.get("redeemed_at", True) else None,
    "days_to_use": lambda r, price, x: days(r, "issued_at", "redeemed_at"),
    "is_valid": lambda r, price, x: r["withdrawn_at"] is None,
    "is_bounce": lambda r, price, x: r["page_count"] == 1,
    "visitor_id": lambda r, price, x: None if r.get("consent_state") == "necessary" else r["visitor_id"],
    "customer_id": lambda r, price, x: None if r.get("consent_state") == "necessary" else r["customer_id"],
    "exit_page": lambda r, price, x: r["entry_page"] if r["is_bounce"] else r["exit_page"],
    "is_abandoned": lambda r, price, x: r["checked_out_at"] is None,
    "is_reopened": lambda r, price, x: r["closed_at"] is None and x.random() < 0.2,
    "is_late": lambda r, price, x: r["order_status"] == "shipped" and x.random() < 0.3,
    "paid_at": lambda r, price, x: None if r.get("order_status") in ("placed", "cancelled") else r["paid_at"],
    "shipped_at": lambda r, price, x: r["shipped_at"] if r["order_status"] in ("shipped", "delivered", "returned") else None,
    "open_line_count": lambda r, price, x: 0 if r["order_status"] in ("delivered", "cancelled", "returned") else r["open_line_count"],
    "minutes_to_reply": lambda r, price, x: minutes(r, "opened_at", "first_reply_at"),
    "clicks": lambda r, price, x: round(r["impressions"] * x.uniform(0.004, 0.02)),
    "orders": lambda r, price, x: round(r["clicks"] * x.uniform(0.02, 0.06)),
    "revenue_sek": lambda r, price, x: round(r["orders"] * x.uniform(380, 690), 2),
    "vouchers_redeemed": lambda r, price, x: round(r["orders"] * 0.07),
    "spend_amount": lambda r, price, x: round(r["clicks"] * x.uniform(1.8, 5.2), 2),
    "net_revenue": lambda r, price, x: round(r["receipts"] * x.uniform(70, 160), 2),
    "gross_margin": lambda r, price, x: round(r["net_revenue"] * x.uniform(0.22, 0.41), 2),
    "refunds_sek": lambda r, price, x: round(r["net_revenue"] * x.uniform(0, 0.02), 2),
    "account_id": lambda r, price, x: "3010" if "net_revenue" in r else r["account_id"],
    "is_final": lambda r, price, x: True,
    "open_amount": lambda r, price, x: 0 if r["paid_at"] else r["amount"],
    "days_overdue": lambda r, price, x: x.choice([0, 0, 0, 12, 24, 47, 71, 104]) if not r["paid_at"] else 0,
    "age_class": lambda r, price, x: "not due" if not r["days_overdue"] else "1-30" if r["days_overdue"] <= 30 else
    "31-60" if r["days_overdue"] <= 60 else "61-90" if r["days_overdue"] <= 90 else "over 90",
    "liability_sek": lambda r, price, x: round(r["points_balance"] * 0.01, 2),
    "lead_p50_days": lambda r, price, x: round(r["lead_time_days"] * x.uniform(0.9, 1.1), 1),
    "lead_p90_days": lambda r, price, x: round(r["lead_p50_days"] * x.uniform(1.15, 1.6), 1),
    "visitors": lambda r, price, x: max(5, round(r["searches"] * 0.8)),
    "search_sessions": lambda r, price, x: max(5, round(r["searches"] * 0.86)),
    "sessions": lambda r, price, x: {"visit": 41000, "article": 26500, "basket": 6100, "checkout": 2900, "order": 2350}[r["funnel_step"]] + x.randrange(900),
    "active_users": lambda r, price, x: round(r["sessions"] * 0.61),
    "step_rate": lambda r, price, x: {"visit": 1, "article": 0.646, "basket": 0.23, "checkout": 0.475, "order": 0.81}[r["funnel_step"]],
    "abandoned_value": lambda r, price, x: round(x.uniform(90000, 420000), 2) if r["funnel_step"] in ("basket", "checkout") else 0,
    "rate": lambda r, price, x: round({"SEK": 11.42, "NOK": 11.77, "DKK": 7.46, "USD": 1.08, "GBP": 0.86, "PLN": 4.29}[r["quote_currency"]] * x.uniform(0.996, 1.004), 4),
    "previous_rate": lambda r, price, x: round(r["rate"] * x.uniform(0.996, 1.004), 4),
    "is_carried_over": lambda r, price, x: False,
    "temp_max_c": lambda r, price, x: round(r["temp_min_c"] + x.uniform(1, 6), 1),
    "is_extreme": lambda r, price, x: r["temp_min_c"] < -7 or r["precipitation_mm"] > 13,
    "is_forecast": lambda r, price, x: False,
    "is_shift_lead": lambda r, price, x: r["shift_role"] == "lead",
    "planned_hours": lambda r, price, x: round(hours(r, "starts_at", "ends_at") - 0.5, 1),
    "order_value": lambda r, price, x: round(x.lognormvariate(5.9, 0.7), 2),
    "is_active_user": lambda r, price, x: r.get("left_on") is None,
    "is_active": lambda r, price, x: True,
    "is_planned": lambda r, price, x: False,
    "spend_90d": lambda r, price, x: round(x.lognormvariate(7.2, 0.6), 2),
    "is_own_brand": lambda r, price, x: r["brand"] == "Norrvik",
    "attempt_count": lambda r, price, x: x.choice([1, 1, 1, 2]),
}
# a change of a rate needs the rates first, a change of a price the prices
LAST = ("change_pct",)


def agree(row, price, random):
    names = [n for n in RULES if n in row and n not in LAST] + [n for n in LAST if n in row]
    for name in names:
        row[name] = RULES[name](row, price, random)
    return row
