"""Writing files the same way every time."""
import json

import yaml


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True

    def increase_indent(self, flow=False, indentless=False):
        return super().increase_indent(flow, False)


def write_yaml(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(document, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=110),
                    encoding="utf-8")


def write_json(path, document):
    """One line a top-level member's entry: compact, and yet a difference can be read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = []
    for key, value in document.items():
        if isinstance(value, dict) and len(value) > 8:
            inner = ",\n".join(f"{json.dumps(k)}:{compact(v)}" for k, v in value.items())
            parts.append(f"{json.dumps(key)}:{{\n{inner}}}")
        elif isinstance(value, list) and len(value) > 8:
            parts.append(f"{json.dumps(key)}:[\n" + ",\n".join(compact(v) for v in value) + "]")
        else:
            parts.append(f"{json.dumps(key)}:{compact(value)}")
    path.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def write_lines(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(compact(r) + "\n" for r in rows), encoding="utf-8")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
