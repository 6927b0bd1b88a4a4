import csv
import io

from chdb import session

LOADING = """
create table areas (code UInt32, name String, level String, parent UInt32) engine = Memory;
insert into areas select * from file('{folder}/areas.csv', CSVWithNames,
  'code UInt32, name String, level String, parent UInt32');
create table families (id UInt32, head String, street UInt16, community UInt16, bereaved UInt8,
  living_alone UInt8, left_behind UInt8,
  status Enum8('active' = 1, 'moved' = 2, 'closed' = 3), phone String) engine = Memory;
insert into families select r.id, r.head, intDiv(r.area, 100), r.area,
  position(r.tags, 'bereaved') > 0, position(r.tags, 'living_alone') > 0,
  position(r.tags, 'left_behind') > 0, r.status, r.phone
  from file('{folder}/families.csv', CSVWithNames,
    'id UInt32, head String, area UInt32, tags String, status String, phone String') r;
create table programs (id UInt32,
  tier Enum8('district' = 1, 'street' = 2, 'community' = 3)) engine = Memory;
insert into programs select id, tier from file('{folder}/programs.csv', CSVWithNames,
  'id UInt32, kind String, tier String');
create table pairings (family UInt32, since Date, until Nullable(Date)) engine = Memory;
insert into pairings select family, since, until from file('{folder}/pairings.csv', CSVWithNames,
  'id UInt32, family UInt32, kind String, since Date, until Nullable(Date)');
create table services (family UInt32, program UInt32, kind Enum8('visit' = 1, 'call' = 2,
  'meal' = 3, 'cleaning' = 4, 'guidance' = 5, 'companionship' = 6, 'gathering' = 7, 'tutoring' = 8,
  'counselling' = 9, 'training' = 10, 'material' = 11, 'lecture' = 12), date Date,
  minutes Nullable(Int32), cost Decimal(9, 2)) engine = Memory;
insert into services select * from file('{folder}/services.csv', CSVWithNames,
  'family UInt32, program UInt32, kind String, date Date, minutes Nullable(Int32),
   cost Decimal(9, 2)')
"""

FORMS = {
    "month": "toStartOfMonth(date)",
    "quarter": "toStartOfQuarter(date)",
    "months": "(toInt32(toYear(date)) - 2025) * 12 + toMonth(date) - 10",
}
SETTINGS = " settings max_threads = 2, join_use_nulls = 1"


class Peer:
    """ClickHouse as a library (chdb), tables in memory, two threads."""

    def __init__(self, folder):
        self.session = session.Session()
        self.session.query("create database if not exists care")
        self.session.query("use care")
        for statement in LOADING.format(folder=folder).split(";"):
            self.session.query(statement)

    def ask(self, question):
        return self.session.query(question.sql.format(**FORMS) + SETTINGS, "CSV")

    def rows(self, result):
        for row in csv.reader(io.StringIO(str(result))):
            yield ["" if cell == "\\N" else cell for cell in row]
