"""Servers for catalogs.py: a PostgreSQL of its own with generated tables, and the stand-in of DataHub with copies.

Both are context managers that yield a Server or raise Skip with a reason; what was started is stopped, and its data is gone.
"""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

COLUMNS = 20
TABLES_A_TRANSACTION = 250


class Skip(Exception):
    pass


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def postgresql_programs():
    found = shutil.which("pg_ctl")
    folders = [pathlib.Path(found).resolve().parent] if found else []
    folders += sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in folders:
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "psql")):
            return folder
    raise Skip("PostgreSQL is not installed (Debian package postgresql)")


class PostgreSql:
    """A cluster in a folder of its own; as root it runs as the user postgres, for it refuses root."""
    kind, user, secret = "postgresql", "steward", "not asked for"

    def __init__(self, folder):
        self.programs, self.data, self.port = postgresql_programs(), f"{folder}/data", free_port()
        self.account = "postgres" if os.geteuid() == 0 else None
        if self.account:
            try:
                shutil.chown(folder, self.account)
            except LookupError:
                raise Skip("there is no user postgres to run the server as") from None

    def run(self, program, *arguments, **more):
        return subprocess.run([self.programs / program, *arguments], check=True, cwd="/", user=self.account,
                              stdin=subprocess.DEVNULL if "input" not in more else None, stdout=subprocess.DEVNULL, **more)

    def start(self):
        try:
            self.run("initdb", "-D", self.data, "-U", "steward", "-E", "UTF8", "--locale=C", "--auth=trust", timeout=120)
            self.run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", f"{self.data}/log", "-o",
                     f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c jit=off"
                     " -c shared_buffers=128MB -c autovacuum=off -c max_locks_per_transaction=1024", "start", timeout=90)
        except (subprocess.SubprocessError, OSError) as error:
            raise Skip(f"PostgreSQL did not start: {error}") from error

    def stop(self):
        with contextlib.suppress(subprocess.SubprocessError, OSError):
            self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "-t", "30", "stop", timeout=60)

    def sql(self, text):
        self.run("psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "steward", "-d", "postgres", "-qX", "-v",
                 "ON_ERROR_STOP=1", input=text, text=True)

    def generate(self, tables, schemas=20):
        """Tables of twenty columns in schemas, each with a key, most with a reference, all with comments."""
        text = ["SET synchronous_commit = off;"] + [f"CREATE SCHEMA area_{s};" for s in range(schemas)]
        kinds = ["bigint", "text NOT NULL", "numeric(12,2) DEFAULT 0", "timestamptz", "varchar(80)", "boolean", "date"]
        for table in range(tables):
            if table % TABLES_A_TRANSACTION == 0:
                text.append("COMMIT; BEGIN;" if table else "BEGIN;")
            columns = ["id bigint PRIMARY KEY"] + [f"measure_{c} {kinds[c % len(kinds)]}" for c in range(2, COLUMNS)]
            refers = f" REFERENCES area_{(table // 2) % schemas}.entity_{table // 2}" if table % 3 else ""
            columns.insert(1, f"parent_id bigint{refers}")
            text.append(f"CREATE TABLE area_{table % schemas}.entity_{table} ({', '.join(columns)});")
        # a comment a statement would take minutes
        text.append("COMMIT; INSERT INTO pg_description SELECT c.oid, 'pg_class'::regclass, a.attnum, CASE WHEN a.attnum = 0"
                    " THEN 'What everybody needs to know about ' || c.relname || ', as the source has it.'"
                    " ELSE 'The ' || a.attname || ' of ' || c.relname || ', as the source has it.' END"
                    " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname LIKE 'area\\_%'"
                    " JOIN (SELECT attrelid, attnum, attname FROM pg_attribute WHERE attnum > 0 UNION ALL"
                    " SELECT oid, 0, '' FROM pg_class) a ON a.attrelid = c.oid WHERE c.relkind = 'r'; ANALYZE pg_catalog.pg_class,"
                    " pg_catalog.pg_attribute, pg_catalog.pg_description, pg_catalog.pg_constraint, pg_catalog.pg_depend;")
        self.sql("\n".join(text))

    def change(self, count, schemas=20):
        """Twenty tables get another comment, or a column more."""
        self.sql("\n".join(f"COMMENT ON TABLE area_{t % schemas}.entity_{t} IS 'Changed {time.time_ns()}.';" if t % 2 else
                           f"ALTER TABLE area_{t % schemas}.entity_{t} ADD COLUMN IF NOT EXISTS fresh text;"
                           for t in (i * 97 for i in range(count))))


@contextlib.contextmanager
def postgresql(tables):
    with tempfile.TemporaryDirectory(prefix="meshscope-bench-pg-") as folder:
        os.chmod(folder, 0o700)
        server = PostgreSql(folder)
        try:
            server.start()
            server.generate(tables)
            server.url = f"postgresql://127.0.0.1:{server.port}/postgres"
            yield server
        finally:
            server.stop()


class DataHub:
    kind, user, secret = "datahub", "", "bench-token"

    def __init__(self, url):
        self.url = url

    def ask(self, path, body):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(),
                                         {"Authorization": f"Bearer {self.secret}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            said = answer.read()
        return json.loads(said) if path == "/api/graphql" else None

    def change(self, count):
        found = self.ask("/api/graphql", {"query": "{searchAcrossEntities(input:{types:[DATASET],query:\"*\",start:0,count:%d})"
                                                   "{searchResults{entity{urn}}}}" % count})
        for result in found["data"]["searchAcrossEntities"]["searchResults"]:
            self.ask("/__change", {"urn": result["entity"]["urn"], "aspect": "editableDatasetProperties",
                                   "value": {"description": f"Changed {time.time_ns()}."}})


@contextlib.contextmanager
def datahub(servers, copies):
    script = servers / "datahub" / "start.sh"
    if not script.exists():
        raise Skip(f"there is no {script}")
    home = pathlib.Path(os.environ.get("MESHSCOPE_SERVERS_HOME", pathlib.Path.home() / ".cache" / "meshscope-servers"))
    with tempfile.TemporaryDirectory(prefix="meshscope-bench-dh-") as folder:
        # what was downloaded before serves again; which server runs is noted apart, so that another one is not ended
        (pathlib.Path(folder) / "node-datahub").symlink_to(home / "node-datahub")
        (home / "node-datahub").mkdir(parents=True, exist_ok=True)
        environment = {**os.environ, "MESHSCOPE_SERVERS_HOME": folder, "DATAHUB_TOKEN": DataHub.secret,
                       "DATAHUB_PORT": str(free_port())}
        try:
            done = subprocess.run(["bash", script, "--copies", str(copies)], env=environment, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=180)
            ready = next((line for line in done.stdout.splitlines() if line.startswith("READY ")), None)
            if done.returncode != 0 or not ready:
                raise Skip((done.stdout.strip().splitlines() or ["it said nothing"])[-1])
            yield DataHub(dict(word.split("=", 1) for word in ready.split()[1:] if "=" in word)["url"])
        except subprocess.TimeoutExpired:
            raise Skip("the stand-in did not start within three minutes") from None
        finally:
            subprocess.run(["bash", servers / "datahub" / "stop.sh"], env=environment, stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
