"""Invented rows: values by the name of the column, in agreement with one another."""
import random
from datetime import datetime, timedelta

from .plausible import RATES, agree

TODAY = datetime(2026, 11, 17)
ROWS = 28
PLAIN = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", "ø": "o", "ü": "u", "æ": "ae"})
WEB_ONLY = ("orders-current", "baskets", "returns", "refunds", "deliveries")


class Rows:
    """Values by the name of the column; what belongs together in a row stays together."""

    def __init__(self, product, words):
        self.random = random.Random(f"rows/{product.id}")
        self.product, self.words = product, words
        self.keys = {c.name for c in product.columns if c.key}

    def make(self, columns, count=ROWS):
        single = len(self.keys) == 1 and next(iter(self.keys))
        lists = {"article_id": "articles", "category_id": "articles", "store_id": "stores", "supplier_id": "suppliers",
                 "customer_id": "people", "member_id": "people", "employee_id": "people"}
        count = min(count, len(self.words[lists[single]])) if single in lists else count
        return [self._row(number, columns) for number in range(count)]

    def _row(self, number, columns):
        self.row, self.number = {}, number
        self.person = self._pick("people", {"customer_id", "member_id", "employee_id"})
        self.article = self._pick("articles", {"article_id", "category_id", "gtin"})
        self.store = self._pick("stores", {"store_id", "location_id", "station_id"})
        if self.product.id in WEB_ONLY:
            self.store = self.words["stores"][-1]
        self.supplier = self._pick("suppliers", {"supplier_id"})
        self.place = self.random.choice(self.words["places"][self.person[2]])
        self.moment = TODAY + timedelta(hours=6, seconds=-37 * number - self.random.randrange(30))
        for c in columns:
            self.row[c.name] = self.value(c)
        rate = RATES[self._currency()] if "list_price" in self.row and "currency" in self.row else 1
        return agree(self.row, self.article[6] if rate == 1 else round(self.article[6] / rate, 1), self.random)

    def _pick(self, name, keys):
        """In turn where it is the key, else by chance."""
        values = self.words[name]
        return values[self.number % len(values)] if keys & self.keys else self.random.choice(values)

    def value(self, c):
        known = getattr(self, "_" + c.name, None)
        if known:
            return known()
        if c.name in self.words["values"]:
            return self.random.choice(self.words["values"][c.name])
        if c.name in self.words["numbers"]:
            return f"{self.words['numbers'][c.name]}{self.random.randrange(10 ** 6, 10 ** 7 - 1)}"
        if c.name in self.words["ranges"]:
            low, high, digits = self.words["ranges"][c.name]
            return round(self.random.uniform(low, high), digits) if digits else self.random.randint(low, high)
        return getattr(self, "of_" + c.type)(c.name)

    # by type
    def of_string(self, name):
        return f"{name.split('_')[0]}-{self.random.randrange(100, 999)}"

    def of_int(self, name):
        return self.random.randrange(1, 48)

    def of_decimal(self, name):
        if name.endswith(("_share", "score", "confidence", "weight", "relevance", "sentiment")):
            return round(self.random.uniform(0.05, 0.99), 3)
        return round(self.random.lognormvariate(5.1, 0.8), 2)

    def of_bool(self, name):
        return self.random.random() < 0.3

    def of_date(self, name):
        if name in ("valid_to", "closed_on", "left_on", "delisted_on"):
            return None
        if name == "opened_on":                     # long before what the program moves
            return f"{self.random.randrange(1988, 2023)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"
        if name == "expected_on":
            return self._date(self.random.randrange(-5, 4))
        if name in ("ends_on", "expires_on", "due_on", "rights_until"):
            return self._date(-self.random.randrange(2, 60))
        if name in ("valid_from", "joined_on", "hired_on", "launched_on"):
            return self._date(self.random.randrange(30, 900))
        if name == "starts_on":
            return self._date(self.random.randrange(1, 20))
        if name == "deliver_on":
            return self._date(-1)
        return self._date(self.number // 6 + 1)

    def of_timestamp(self, name):
        if name in ("closed_at", "redeemed_at", "withdrawn_at", "checked_out_at", "decided_at", "clicked_at",
                    "unsubscribed_at", "released_at") and self.random.random() < 0.45:
            return None
        low, high = self.words["ago"].get(name, (0, 0))
        return self._time(self.moment - timedelta(minutes=round(self.random.uniform(low, high) * 60)))

    def of_time(self, name):
        return "07:00:00" if name == "opens" else "22:00:00"

    def of_array(self, name):
        return sorted(a[0] for a in self.random.sample(self.words["articles"], 3))

    def _date(self, days_ago):
        return (TODAY - timedelta(days=days_ago)).date().isoformat()

    def _time(self, moment):
        return moment.isoformat(timespec="seconds") + "Z"

    # people
    def _first_name(self):
        return self.person[0]

    def _last_name(self):
        return self.person[1]

    def _email(self):
        if self.product.id == "supplier-master":
            return "orders@" + self.supplier[1].split()[0].lower().translate(PLAIN) + ".example"
        return f"{self.person[0]}.{self.person[1]}@mail.example".lower().translate(PLAIN)

    def _phone(self):
        prefix = {"SE": "+46 70", "FI": "+358 40", "NO": "+47 90", "DK": "+45 20", "EE": "+372 5"}[self.person[2]]
        return f"{prefix} 555 {self.random.randrange(1000, 9999)}"

    def _customer_id(self):
        optional = self.product.id not in ("customers", "consents", "members", "receivables", "audiences", "tickets")
        if optional and self.random.random() < 0.15:
            return None
        return f"C{40120007 + self.words['people'].index(self.person) * 7919}"

    def _member_id(self):
        return f"7{300412 + self.words['people'].index(self.person) * 6133}"

    def _employee_id(self):
        return f"N{20000 + self.random.randrange(9400)}"

    _manager_id = _buyer_id = _employee_id

    def _birth_date(self):
        return f"{self.random.randrange(1946, 2006)}-{self.random.randrange(1, 13):02}-{self.random.randrange(1, 29):02}"

    def _street_address(self):
        return self.place[2]

    def _postal_code(self):
        return self.place[1]

    def _preferred_language(self):
        return {"SE": "sv", "FI": "fi", "NO": "nb", "DK": "da", "EE": "et"}[self.person[2]]

    # articles
    def _article_id(self):
        return self.article[0]

    _top_article_id = _article_id

    def _article_name(self):
        return self.article[1]

    def _category_id(self):
        return self.article[2]

    def _category_name(self):
        return self.article[3]

    def _parent_category_id(self):
        return self.article[4]

    def _path(self):
        return f"{self.article[4].capitalize()}/{self.article[3]}"

    def _brand(self):
        return self.article[5]

    def _gtin(self):
        return f"73100{self.article[0]}"

    def _net_weight_g(self):
        return self.article[7]

    def _base_unit(self):
        return "piece"

    def _vat_class(self):
        return "food" if self.article[4] == "food" else "full"

    def _attribute_code(self):
        return ["colour", "country_of_origin", "net_content"][self.number % 3]

    def _attribute_value(self):
        return [self.random.choice(["white", "red", "grey"]), self.random.choice(["SE", "FI", "PT"]),
                str(self.article[7])][self.number % 3]

    def _attribute_unit(self):
        return ["", "", "g"][self.number % 3]

    # stores, places, suppliers
    def _store_id(self):
        return self.store[0]

    def _store_name(self):
        return self.store[1]

    _cost_centre_name = _store_name

    def _cost_centre_id(self):
        return f"CC{self.store[0]}"

    def _location_id(self):
        return f"LOC{self.store[0]}"

    _to_location_id = _location_id

    def _from_location_id(self):
        return self.random.choice(["DC-NORTH", "DC-SOUTH"])

    def _city(self):
        return {"stores": self.store[2], "supplier-master": self.supplier[3]}.get(self.product.id, self.place[0])

    def _country(self):
        about = {"customers": self.person[2], "members": self.person[2], "supplier-master": self.supplier[2],
                 "deliveries": self.person[2], "sessions": self.person[2]}
        return about.get(self.product.id, self.store[3])

    def _currency(self):
        country = self.supplier[2] if self.product.id == "supplier-master" else self.store[3]
        return {"SE": "SEK", "FI": "EUR", "NO": "NOK", "DK": "DKK", "EE": "EUR"}[country]

    def _store_format(self):
        return self.store[4]

    def _sales_area_m2(self):
        return self.store[5]

    def _latitude(self):
        return self.store[6]

    def _longitude(self):
        return self.store[7]

    def _region(self):
        return self.store[8]

    def _station_id(self):
        return self.store[9]

    def _price_zone(self):
        return {"online": "online", "city": "city"}.get(self.store[4], "country side")

    def _supplier_id(self):
        return self.supplier[0]

    def _supplier_name(self):
        return self.supplier[1]

    # orders
    def _event_id(self):
        return f"ev-{900412700 - self.number * 7}"

    def _order_id(self):
        return f"{self.store[0]}-{88120000 + self.random.randrange(70000)}"

    def _order_status(self):
        return self.row.get("event_type") or self.random.choice(self.words["values"]["order_status"])

    def _is_test(self):
        return False

    def _placed_at(self):
        back = {"placed": 0, "paid": 1, "picked": 95, "shipped": 700, "delivered": 2900, "cancelled": 40}
        late = {"orders-current": 2000}.get(self.product.id, self.number * 11)
        return self._time(self.moment - timedelta(minutes=back.get(self.row.get("event_type"), late)))

    def _till_id(self):
        return None if self.store[0] == "0900" else f"{self.random.randrange(1, 15):02}"

    def _channel(self):
        if self.product.id == "promotions":
            return self.random.choice(["store", "web", "leaflet"])
        return self.random.choice(["web", "web", "app"]) if self.store[0] == "0900" else "till"

    def _delivery_option(self):
        online = ["home", "home", "parcel box", "store pick-up"]
        return self.random.choice(online) if self.store[0] == "0900" or self.product.id == "orders-current" else "till"

    def _net_amount(self):
        return round(self.random.lognormvariate(5.4, 0.8), 2)

    def _line_no(self):
        return self.number % 5 + 1

    def _is_resellable(self):
        return True

    # stock
    def _on_hand(self):
        return self.random.choice([0, 3, 8, 14, 22, 37, 60, 114])

    def _counted_qty(self):
        return self.random.choice([0, 4, 9, 16, 30])

    # days and moments
    def _starts_at(self):
        return self._time(TODAY + timedelta(days=1 + self.number // 8, hours=7 + self.number % 8))

    def _ends_at(self):
        return self._time(TODAY + timedelta(days=1 + self.number // 8, hours=14 + self.number % 8, minutes=30))

    def _ended_at(self):
        return self._time(self.moment + timedelta(minutes=-1) - self._story())

    def _started_at(self):
        return self._time(self.moment - timedelta(minutes=2 + self.random.randrange(25)) - self._story())

    def _story(self):
        """The newest session is from before the processor failed."""
        return timedelta(hours=12, minutes=42) if self.product.id in ("sessions", "web-funnel", "audiences") else timedelta()

    _last_seen_at = _started_at

    def _activity_on(self):
        return self._date(self.number // {"search-terms": 14}.get(self.product.id, 5) + 1)

    def _forecast_on(self):
        return self._date(-(self.number // 4) - 1)

    def _observed_on(self):
        return self._date(self.number // 23) if self.product.id == "weather" else self._date(1)

    def _seen_on(self):
        return self._date(1 + self.number // 10)

    def _rate_on(self):
        return self._date(self.number // 6 + 1)

    def _base_currency(self):
        return "EUR"

    def _quote_currency(self):
        return ["SEK", "NOK", "DKK", "USD", "GBP", "PLN"][self.number % 6]

    def _period(self):
        return "2026P11"

    def _schema_version(self):
        return "2.3"

    def _media_uri(self):
        return f"s3://norrvik-media/{self.article[0]}.jpg"

    def _query_text(self):
        words = self.words["values"]["query_text"]
        return words[self.number % len(words)]

    def _funnel_step(self):
        return ["visit", "article", "basket", "checkout", "order"][self.number % 5]

    def _lead_id(self):
        return None if self.random.random() < 0.7 else f"LD{self.random.randrange(10000, 99999)}"

    def _entry_page(self):
        return f"https://norrvik.example/a/{self.article[0]}"

    def _exit_page(self):
        return f"https://norrvik.example/a/{self.random.choice(self.words['articles'])[0]}"
