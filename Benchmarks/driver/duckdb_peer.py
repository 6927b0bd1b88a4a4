import duckdb

LOADING = """
set threads = 2;
create table areas as select * from read_csv('{folder}/areas.csv', header = true,
  columns = {{'code': 'INTEGER', 'name': 'VARCHAR', 'level': 'VARCHAR', 'parent': 'INTEGER'}});
create type status as enum ('active', 'moved', 'closed');
create type tier as enum ('district', 'street', 'community');
create type kind as enum ('visit', 'call', 'meal', 'cleaning', 'guidance', 'companionship',
  'gathering', 'tutoring', 'counselling', 'training', 'material', 'lecture');
create table families as select r.id, r.head, a.parent as street, r.area as community,
  contains(r.tags, 'bereaved') as bereaved, contains(r.tags, 'living_alone') as living_alone,
  contains(r.tags, 'left_behind') as left_behind, r.status::status as status, r.phone
  from read_csv('{folder}/families.csv', header = true, nullstr = '\\N', columns = {{
    'id': 'INTEGER', 'head': 'VARCHAR', 'area': 'INTEGER', 'tags': 'VARCHAR', 'status': 'VARCHAR',
    'phone': 'VARCHAR'}}) r join areas a on a.code = r.area order by r.id;
create table programs as select id, tier::tier as tier from read_csv('{folder}/programs.csv',
  header = true, columns = {{'id': 'INTEGER', 'kind': 'VARCHAR', 'tier': 'VARCHAR'}});
create table pairings as select family, since, until from read_csv('{folder}/pairings.csv',
  header = true, columns = {{'id': 'INTEGER', 'family': 'INTEGER', 'kind': 'VARCHAR',
    'since': 'DATE', 'until': 'DATE'}});
create table services as select family, program, kind::kind as kind, date, minutes, cost
  from read_csv('{folder}/services.csv', header = true, columns = {{'family': 'INTEGER',
    'program': 'INTEGER', 'kind': 'VARCHAR', 'date': 'DATE', 'minutes': 'INTEGER',
    'cost': 'DECIMAL(9, 2)'}});
"""

FORMS = {
    "month": "date_trunc('month', date)",
    "quarter": "date_trunc('quarter', date)",
    "months": "(year(date) - 2025) * 12 + month(date) - 10",
}


class Peer:
    """DuckDB, in memory, two threads."""

    def __init__(self, folder):
        self.connection = duckdb.connect()
        self.connection.execute(LOADING.format(folder=folder))

    def ask(self, question):
        return self.connection.sql(question.sql.format(**FORMS)).to_arrow_table()

    def rows(self, result):
        return zip(*[column.to_pylist() for column in result.columns])
