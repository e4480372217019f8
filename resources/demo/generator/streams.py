"""The endpoint `streams`: an OpenLineage log of change-data capture, processors and loads."""
import uuid
from datetime import datetime, timedelta

from .atlas import physical_type
from .files import write_lines
from .mesh import plain, real_input
from .model import WAREHOUSE, Dataset

PRODUCERS = {engine: f"https://platform.norrvik.example/{engine}" for engine in ("kafka-connect", "flink", "airflow", "dbt")}
FACETS = "https://openlineage.io/spec/facets/"
RUN_EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
DATASET_EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent"
JOB_EVENT = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent"
VERSIONS = {"schema": "1-2-0/SchemaDatasetFacet", "columnLineage": "1-2-0/ColumnLineageDatasetFacet",
            "ownership": "1-0-1/OwnershipDatasetFacet", "symlinks": "1-0-1/SymlinksDatasetFacet",
            "outputStatistics": "1-0-2/OutputStatisticsOutputDatasetFacet",
            "dataQualityAssertions": "1-1-0/DataQualityAssertionsDatasetFacet",
            "dataQualityMetrics": "1-0-3/DataQualityMetricsInputDatasetFacet",
            "lifecycleStateChange": "1-0-1/LifecycleStateChangeDatasetFacet", "parent": "1-2-0/ParentRunFacet",
            "errorMessage": "1-0-1/ErrorMessageRunFacet", "jobType": "2-0-4/JobTypeJobFacet",
            "documentation": "1-1-0/DocumentationJobFacet", "processing_engine": "1-1-1/ProcessingEngineRunFacet",
            "datasetType": "1-0-1/DatasetTypeDatasetFacet", "hierarchy": "1-0-0/HierarchyDatasetFacet", "jobOwnership": "1-0-1/OwnershipJobFacet"}
TODAY = datetime(2026, 11, 17)
BATCH_DAYS = 3


def stamp(moment):
    return moment.isoformat(timespec="seconds") + "Z"


def run_id(*parts):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "norrvik/" + "/".join(str(p) for p in parts)))


def spread(text, limit):
    """A number below limit that belongs to the text: nothing happens everywhere at once."""
    return uuid.uuid5(uuid.NAMESPACE_URL, text).int % limit


class Streams:
    def __init__(self, mesh, out):
        self.mesh, self.out = mesh, out
        self.logs = {name: [] for name in ("change-data-capture", "processors", "loads", "warehouse-columns")}

    def write(self):
        for topic in self.mesh.layer("topic"):
            if topic.upstream:
                self._connector("cdc", topic, topic.upstream)
        for raw in self.mesh.layer("raw"):
            if raw.upstream[0].layer == "drop":
                self._ingest(raw)
            else:
                self._connector("sink", raw, raw.upstream)
        for stream in self.mesh.layer("stream"):
            self._processor(stream)
        for lake in self.mesh.layer("lake"):
            self._lake_sink(lake)
        for dataset in self.mesh.layer("file"):
            self._batch("exports", dataset, "Writes the day's file.")
        for dataset in self.mesh.layer("api"):
            self._batch("serving", dataset, "Refreshes the table behind the interface.")
        self._columns_of_the_warehouse()
        self._lifecycle()
        self._old_jobs()
        for name, events in self.logs.items():
            events.sort(key=lambda e: e["eventTime"])
            write_lines(self.out / f"{name}.ndjson", events)

    # --- facets -------------------------------------------------------------------------

    def _facet(self, engine, kind, /, **content):
        key = "ownership" if kind == "jobOwnership" else kind
        version = VERSIONS[kind]
        return {key: {"_producer": PRODUCERS[engine],
                      "_schemaURL": f"{FACETS}{version}.json", **content}}

    def _named(self, dataset):
        return {"namespace": dataset.namespace, "name": dataset.name}

    def _schema(self, engine, dataset):
        return self._facet(engine, "schema", fields=[
            {"name": c.name, "type": physical_type(dataset, c),
             **({"description": c.description} if dataset.layer == "op" else {})} for c in dataset.columns])

    def _column_lineage(self, engine, dataset):
        fields = {}
        for c in dataset.columns:
            inputs = []
            for entry in c.inputs:
                source, name, kind, subtype, text, masked = real_input(entry)
                change = {"type": kind, "subtype": subtype}
                if text:
                    change["description"] = text
                if masked:
                    change["masking"] = True
                inputs.append({"namespace": source.namespace, "name": source.name, "field": name,
                               "transformations": [change]})
            if inputs:
                fields[c.name] = {"inputFields": inputs}
        joins = [{"namespace": plain(s).namespace, "name": plain(s).name, "field": s.column(column).name,
                  "transformations": [{"type": "INDIRECT", "subtype": "JOIN"}]} for s, column in dataset.joins]
        content = {"fields": fields}
        if joins:
            content["dataset"] = joins
        return self._facet(engine, "columnLineage", **content)

    def _ownership(self, engine, team):
        owner = self.mesh.owner(team)
        return self._facet(engine, "ownership", owners=[{"name": f"team:{team}", "type": "OWNER"},
                                                        {"name": f"user:{self.mesh.mail(owner)}", "type": "STEWARD"}])

    def _job(self, engine, name, kind, text, team, full):
        job = {"namespace": engine, "name": name}
        if full:
            job["facets"] = {
                **self._facet(engine, "jobType", processingType=kind, jobType="JOB",
                              integration={"kafka-connect": "DEBEZIUM", "flink": "FLINK", "airflow": "AIRFLOW"}[engine]),
                **self._facet(engine, "documentation", description=text),
                **self._facet(engine, "jobOwnership", owners=[{"name": f"team:{team}", "type": "MAINTAINER"}])}
        return job

    def _event(self, log, engine, at, state, job, run, parent, inputs, outputs, run_facets=None):
        facets = dict(run_facets or {})
        if parent:
            facets.update(self._facet(engine, "parent", run={"runId": run_id(parent, run)},
                                      job={"namespace": engine, "name": parent}))
        event = {"eventTime": stamp(at), "eventType": state, "producer": PRODUCERS[engine], "schemaURL": RUN_EVENT,
                 "run": {"runId": run}, "job": job, "inputs": inputs, "outputs": outputs}
        if facets:
            event["run"]["facets"] = facets
        self.logs[log].append(event)

    # --- jobs ---------------------------------------------------------------------------

    def _connector(self, kind, dataset, upstream):
        """A task of a connector: runs for weeks, tells everything once, then now and then."""
        system, table = dataset.owner_id.split(".")
        parent, name = f"{kind}-{system}", f"{kind}-{system}.{table}"
        text = {"cdc": f"Captures changes of {table} in {self.mesh.systems[system]['name']}.",
                "sink": f"Loads {table} of {self.mesh.systems[system]['name']} into the warehouse."}[kind]
        log = "change-data-capture" if kind == "cdc" else "loads"
        engine, run = "kafka-connect", run_id(name, "deployment 41")
        began = TODAY - timedelta(days=15, minutes=spread(name, 900))
        self._event(log, engine, began, "START", self._job(engine, name, "STREAMING", text, dataset.team, False), run,
                    parent, [self._named(u) for u in upstream], [self._named(dataset)])
        self._full(log, engine, name, text, "STREAMING", "RUNNING", run, parent, dataset, upstream,
                   TODAY + timedelta(hours=2, minutes=spread(name, 170)))
        if name in ("sink-wms.scans", "sink-wms.stock"):
            late = self._facet(engine, "errorMessage", programmingLanguage="JAVA",
                               message="Task paused: warehouse stage full, 48 minutes behind the topic.")
            self._event(log, engine, TODAY + timedelta(hours=5, minutes=12), "RUNNING",
                        self._job(engine, name, "STREAMING", text, dataset.team, False), run, parent,
                        [self._named(u) for u in upstream], [self._named(dataset)], late)

    def _full(self, log, engine, name, text, kind, state, run, parent, dataset, upstream, at, extra=None):
        inputs = []
        for u in upstream:
            entry = self._named(plain(u))
            if plain(u).layer in ("op", "drop"):
                entry["facets"] = self._schema(engine, plain(u))
                if plain(u).layer == "op":
                    levels = zip(("DATABASE", "SCHEMA", "TABLE"), u.name.split("."))
                    entry["facets"].update(self._facet(engine, "hierarchy", hierarchy=[
                        {"type": t, "name": n} for t, n in levels]))
            inputs.append(entry)
        rows = 20000 + spread(name + "rows", 900000)
        output = self._named(dataset)
        output["facets"] = {**self._schema(engine, dataset), **self._column_lineage(engine, dataset),
                            **self._ownership(engine, dataset.team), **(extra or {})}
        output["outputFacets"] = self._facet(engine, "outputStatistics", rowCount=rows, size=rows * 180)
        keys = [c.name for c in dataset.columns if c.key]
        if keys and spread(name, 3) == 0:
            inputs[0]["inputFacets"] = self._facet(
                engine, "dataQualityMetrics", rowCount=rows, bytes=rows * 190,
                columnMetrics={keys[0]: {"nullCount": 0, "distinctCount": rows if len(keys) == 1 else rows // 3}})
        if keys and spread(name, 4) == 0:
            inputs[0].setdefault("inputFacets", {}).update(self._facet(
                engine, "dataQualityAssertions",
                assertions=[{"assertion": "not_null", "success": True, "column": keys[0], "severity": "error"},
                            {"assertion": "row_count", "success": True, "severity": "warn",
                             "expected": "> 0", "actual": str(rows)}]))
        failed = self.mesh.processors["failed_assertions"].get(name)
        if failed:
            column, assertion, expected, actual, text_of_it = failed
            inputs[0].setdefault("inputFacets", {}).update(self._facet(
                engine, "dataQualityAssertions",
                assertions=[{"assertion": assertion, "success": False, "column": column, "severity": "error",
                             "expected": expected, "actual": actual, "description": text_of_it}]))
        self._event(log, engine, at, state, self._job(engine, name, kind, text, dataset.team, True), run, parent,
                    inputs, [output], self._facet(engine, "processing_engine", version="1.20.0", name="Flink")
                    if engine == "flink" else None)

    def _processor(self, stream):
        short, text = self.mesh.processors["processors"][stream.owner_id]
        engine, name, parent = "flink", short, f"{stream.team}-processors"
        run = run_id(name, "savepoint 7")
        upstream = stream.upstream
        inputs = [self._named(plain(u)) for u in upstream]
        began = TODAY - timedelta(days=9, minutes=spread(name, 700))
        self._event("processors", engine, began, "START", self._job(engine, name, "STREAMING", text, stream.team, False),
                    run, parent, inputs, [self._named(stream)])
        for day in range(8, 0, -1):
            output = self._named(stream)
            rows = 80000 + spread(f"{name}{day}", 400000)
            output["outputFacets"] = self._facet(engine, "outputStatistics", rowCount=rows, size=rows * 210)
            self._event("processors", engine, TODAY - timedelta(days=day, minutes=-spread(name, 60)), "RUNNING",
                        self._job(engine, name, "STREAMING", text, stream.team, False), run, parent, inputs, [output])
        if short == "web-sessions":
            self._failed(engine, name, text, run, parent, stream, upstream, inputs)
        else:
            self._full("processors", engine, name, text, "STREAMING", "RUNNING", run, parent, stream, upstream,
                       TODAY + timedelta(hours=5, minutes=spread(name, 50)))

    def _failed(self, engine, name, text, run, parent, stream, upstream, inputs):
        """The story: the processor of the sessions fails, and so do two attempts to start it."""
        self._full("processors", engine, name, text, "STREAMING", "RUNNING", run, parent, stream, upstream,
                   TODAY - timedelta(hours=7, minutes=2))
        down = TODAY - timedelta(hours=6, minutes=40)          # 17:20 the day before
        message = ("Source web.tag_events: fetch failed after 12 attempts, tag collector answers 503 "
                   "Service Unavailable")
        for attempt, (minutes, r) in enumerate([(0, run), (4, run_id(name, "attempt 2")), (19, run_id(name, "attempt 3")),
                                                (640, run_id(name, "attempt 4"))]):
            job = self._job(engine, name, "STREAMING", text, stream.team, False)
            if attempt:
                self._event("processors", engine, down + timedelta(minutes=minutes - 1), "START", job, r, parent,
                            inputs, [self._named(stream)])
            error = self._facet(engine, "errorMessage", programmingLanguage="JAVA", message=message,
                                stackTrace="org.apache.flink.util.FlinkRuntimeException: fetch failed\n"
                                           "\tat example.norrvik.web.TagSource.poll(TagSource.java:114)")
            self._event("processors", engine, down + timedelta(minutes=minutes), "FAIL", job, r, parent, inputs,
                        [self._named(stream)], error)

    def _lake_sink(self, lake):
        symlink = self._facet("flink", "symlinks", identifiers=[
            {"namespace": WAREHOUSE, "name": f"raw.lake.{lake.table}", "type": "TABLE"}])
        name = f"lake-sink.{lake.table}"
        text = f"Appends {lake.table} to the Iceberg table in the lake every five minutes."
        run = run_id(name, "savepoint 12")
        self._event("loads", "flink", TODAY - timedelta(days=12), "START",
                    self._job("flink", name, "STREAMING", text, lake.team, False), run, "lake-sink",
                    [self._named(u) for u in lake.upstream], [self._named(lake)])
        stopped = lake.owner_id == "sessions"
        self._full("loads", "flink", name, text, "STREAMING", "RUNNING", run, "lake-sink", lake, lake.upstream,
                   TODAY + (timedelta(hours=-7) if stopped else timedelta(hours=5, minutes=20)), symlink)

    def _ingest(self, raw):
        table = raw.owner_id.split(".")[1]
        self._batch("vendor-ingest", raw, f"Fetches {table} from the vendor's bucket and loads it.", table)

    def _batch(self, dag, dataset, text, name=None):
        """A nightly task: a start and an end each day, the last end with everything."""
        job_name = f"{dag}.{name or dataset.name.replace('/', '_').replace('.', '_')}"
        engine, upstream = "airflow", dataset.upstream
        inputs = [self._named(u) for u in upstream]
        for day in range(BATCH_DAYS, -1, -1):
            begin = TODAY + timedelta(days=-day, hours=4, minutes=spread(job_name, 55))
            end = begin + timedelta(seconds=40 + spread(f"{job_name}{day}", 500))
            run = run_id(job_name, day)
            job = self._job(engine, job_name, "BATCH", text, dataset.team, False)
            if day < 2:
                self._event("loads", engine, begin, "START", job, run, dag, inputs,
                            [self._named(dataset)])
            if name == "competitor_prices" and day == 0:
                error = self._facet(engine, "errorMessage", programmingLanguage="PYTHON",
                                    message="No file competitor_prices/current.csv of today; waited two hours.")
                self._event("loads", engine, end + timedelta(hours=1), "FAIL", job, run, dag, inputs,
                            [self._named(dataset)], error)
            elif day == 0 or (name == "competitor_prices" and day == 1):
                self._full("loads", engine, job_name, text, "BATCH", "COMPLETE", run, dag, dataset, upstream, end)
            else:
                output = self._named(dataset)
                rows = 4000 + spread(f"{job_name}{day}r", 90000)
                output["outputFacets"] = self._facet(engine, "outputStatistics", rowCount=rows, size=rows * 96)
                self._event("loads", engine, end, "COMPLETE", job, run, dag, inputs, [output])

    # --- what has no job here: the columns of dbt models, and changes of datasets ---------

    def _dataset_event(self, at, dataset, facets):
        self.logs["warehouse-columns"].append(
            {"eventTime": stamp(at), "producer": PRODUCERS["dbt"],
             "schemaURL": DATASET_EVENT, "dataset": {**self._named(dataset), "facets": facets}})

    def _columns_of_the_warehouse(self):
        for index, dataset in enumerate(self.mesh.layer("stg", "int", "mart", "legacy")):
            facets = self._column_lineage("airflow", dataset)
            if dataset.layer == "mart":
                kind = "VIEW" if dataset.kind == "view" else "TABLE"
                facets.update(self._facet("airflow", "datasetType", datasetType=kind))
            self._dataset_event(TODAY + timedelta(hours=3, minutes=5, seconds=7 * index), dataset, facets)

    def _lifecycle(self):
        price_list = self.mesh.products["price-list"].mart
        old = Dataset(WAREHOUSE, "analytics.pricing.price_list_v4", "table",
                      "Version 4 of the price list while it was tried.", price_list.columns, price_list.team)
        self._dataset_event(TODAY - timedelta(days=40), old, {
            **self._schema("airflow", old), **self._facet("airflow", "lifecycleStateChange", lifecycleStateChange="CREATE")})
        self._dataset_event(TODAY - timedelta(days=33, hours=-9), price_list, self._facet(
            "airflow", "lifecycleStateChange", lifecycleStateChange="RENAME",
            previousIdentifier={"namespace": old.namespace, "name": old.name}))
        gone = Dataset(WAREHOUSE, "raw.webshop.newsletter_signups", "table", "Sign-ups before there were consents.",
                       [c for c in self.mesh.of("crm.leads", "raw").columns if c.name in ("email", "created_at")],
                       "order-platform")
        self._dataset_event(TODAY - timedelta(days=44), gone, self._schema("airflow", gone))
        self._dataset_event(TODAY - timedelta(days=12, hours=-10), gone, self._facet(
            "airflow", "lifecycleStateChange", lifecycleStateChange="DROP"))

    def _old_jobs(self):
        """Parents, told once as job events: the connectors, the processor groups, the nightly flows."""
        parents = sorted({(e["job"]["namespace"], e["run"]["facets"]["parent"]["job"]["name"])
                          for log in self.logs.values() for e in log
                          if "run" in e and "parent" in e["run"].get("facets", {})})
        for engine, name in parents:
            words = {"kafka-connect": "Connector", "flink": "Group of processors", "airflow": "Nightly flow"}
            self.logs["processors"].append(
                {"eventTime": stamp(TODAY - timedelta(days=16)), "producer": PRODUCERS[engine], "schemaURL": JOB_EVENT,
                 "job": {"namespace": engine, "name": name, "facets": self._facet(
                     engine, "documentation", description=f"{words[engine]} {name}.")}, "inputs": [], "outputs": []})


def write_streams(mesh, out):
    Streams(mesh, out).write()
