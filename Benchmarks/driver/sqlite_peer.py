import csv
import sqlite3

TABLES = """
create table families (id integer primary key, head text, street integer, community integer,
  bereaved integer, living_alone integer, left_behind integer, status text, phone text);
create table programs (id integer primary key, tier text);
create table pairings (family integer, since text, until text);
create table services (family integer, program integer, kind text, date text, minutes integer,
  cost integer);
"""
INDEXES = """
create index families_by_street on families (street);
create index pairings_by_family on pairings (family, until);
create index services_by_family on services (family, kind, date);
create index services_by_kind on services (kind, date, family, program);
create index services_by_date on services (date, family, kind, program);
analyze;
"""

FORMS = {
    "month": "substr(date, 1, 7) || '-01'",
    "quarter": "substr(date, 1, 5) || case when substr(date, 6, 2) < '04' then '01' when"
    " substr(date, 6, 2) < '07' then '04' when substr(date, 6, 2) < '10' then '07' else '10' end"
    " || '-01'",
    "months": "(substr(date, 1, 4) - 2025) * 12 + substr(date, 6, 2) - 10",
}


class Peer:
    """SQLite in memory, with indexes; money as whole cents."""

    def __init__(self, folder):
        self.folder = folder
        self.connection = sqlite3.connect(":memory:")
        self.connection.executescript(TABLES)
        self.insert("families", 9, (self.family(row) for row in self.read("families")))
        self.insert("programs", 2, ((row[0], row[2]) for row in self.read("programs")))
        self.insert(
            "pairings", 3, ((row[1], row[3], row[4] or None) for row in self.read("pairings")))
        self.insert("services", 6, (
            (row[0], row[1], row[2], row[3], row[4] or None, row[5].replace(".", ""))
            for row in self.read("services")))
        self.connection.executescript(INDEXES)

    def read(self, table):
        with open(f"{self.folder}/{table}.csv", encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            yield from rows

    def family(self, row):
        tags = row[3].split(";")
        flags = [tag in tags for tag in ("bereaved", "living_alone", "left_behind")]
        return (row[0], row[1], int(row[2]) // 100, row[2], *flags, row[4], row[5])

    def insert(self, table, width, rows):
        places = ", ".join("?" * width)
        self.connection.executemany(f"insert into {table} values ({places})", rows)

    def ask(self, question):
        sql = question.sql.format(**FORMS).replace("sum(cost)", "sum(cost) / 100.0")
        return self.connection.execute(sql).fetchall()

    def rows(self, result):
        return result
