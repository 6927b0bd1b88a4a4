"""The twelve questions: in Hearth, in SQL, and in Polars (polars_peer.py).

The SQL is the shortest plan-friendly form of each question over tables with whole numbers as keys,
areas as numbers and flags as columns: the form that suits the peers best. `{month}` and `{quarter}`
are filled in by each dialect with the first day of the period that a date lies in, as a text or a
date; `{months}` with the whole months of a date since 2025-10.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    name: str
    title: str
    hearth: str
    sql: str
    # Whether the order of the rows is part of the answer.
    is_ordered: bool = False


ELIGIBLE = "f.status = 'active' and (f.bereaved or f.living_alone)"

QUESTIONS = [
    Question(
        "Q1", "count active bereaved families of one street",
        "families | where bereaved and status = active and street = S105 | summarize n = count",
        "select count(*) from families where bereaved and status = 'active' and street = 105"),
    Question(
        "Q2", "count, sum of cost, average minutes by kind",
        "services | summarize n = count, total = sum(cost), average = avg(minutes) by kind",
        "select kind, count(*), sum(cost), avg(minutes) from services group by kind"),
    Question(
        "Q3", "services by the family's street and month, 12 months",
        "services | where date in last 12 complete months | count by family.street, month(date)",
        "select f.street, {month} as m, count(*) from services s join families f on f.id = s.family"
        " where s.date >= '2025-10-01' and s.date < '2026-10-01' group by f.street, m"),
    Question(
        "Q4", "coverage: a visit in 30 days, by street",
        "families | where status = active and (bereaved or living_alone)"
        " | coverage of services where kind = visit and date in last 30 days by street",
        "select f.street, count(*), count(v.family), count(*) - count(v.family),"
        " count(v.family) * 1.0 / count(*) from families f left join (select distinct family"
        " from services where kind = 'visit' and date >= '2026-10-02' and date <= '2026-10-31') v"
        f" on v.family = f.id where {ELIGIBLE} group by f.street"),
    Question(
        "Q5", "gaps of Q4 with the last visit ever, the longest 20",
        "families | where status = active and (bereaved or living_alone)"
        " | gaps of services where kind = visit and date in last 30 days | select id, last"
        " | take 20",
        "select f.id, max(s.date) as latest from families f left join (select family, date"
        " from services where kind = 'visit' and date <= '2026-10-31') s on s.family = f.id"
        f" where {ELIGIBLE} group by f.id"
        " having max(s.date) is null or max(s.date) < '2026-10-02'"
        " order by latest nulls first, f.id limit 20",
        is_ordered=True),
    Question(
        "Q6", "coverage: 3 different programs in 365 days, by community",
        "families | coverage of services where date in last 365 days"
        " at least 3 distinct program by community",
        "select f.community, count(*), count(v.family), count(*) - count(v.family),"
        " count(v.family) * 1.0 / count(*) from families f left join (select family from services"
        " where date >= '2025-11-01' and date <= '2026-10-31'"
        " group by family having count(distinct program) >= 3) v"
        " on v.family = f.id group by f.community"),
    Question(
        "Q7", "cadence: months with a lecture per program, longest gap",
        "programs | cadence of services where services.kind = lecture every month"
        " in last 12 complete months | select id, met, longest_gap",
        "with met as (select distinct program, {months} as m from services where kind = 'lecture'"
        " and date >= '2025-10-01' and date < '2026-10-01'),"
        " gaps as (select program, m,"
        " m - lag(m, 1, -1) over (partition by program order by m) - 1 as gap from met)"
        " select p.id, count(g.m), case when count(g.m) = 0 then 12 when max(g.gap) > 11 - max(g.m)"
        " then max(g.gap) else 11 - max(g.m) end"
        " from programs p left join gaps g on g.program = p.id group by p.id"),
    Question(
        "Q8", "different families per quarter and tier of program",
        "services | summarize n = count(distinct family) by program.tier, quarter(date)",
        "select p.tier, {quarter} as q, count(distinct s.family) from services s"
        " join programs p on p.id = s.program group by p.tier, q"),
    Question(
        "Q9", "left behind, no pairing, no tutoring this year, top 10",
        "families | where left_behind and no(pairings where until is missing)"
        " and no(services where kind = tutoring and date in this year)"
        " | count by community | top 10 by count",
        "select f.community, count(*) as n from families f where f.left_behind"
        " and f.id not in (select family from pairings where until is null)"
        " and f.id not in (select family from services where kind = 'tutoring'"
        " and date >= '2026-01-01' and date <= '2026-12-31')"
        " group by f.community order by n desc, f.community limit 10",
        is_ordered=True),
    Question(
        "Q10", "top 5 communities by visits per family in each street",
        "families | summarize visits = sum(count(services where kind = visit)), n = count"
        " by street, community | add share = visits / n | top 5 by share per street",
        "select street, community, visits, n, share from (select *, row_number() over"
        " (partition by street order by share desc, community) as place from"
        " (select f.street, f.community, sum(coalesce(v.n, 0)) as visits, count(*) as n,"
        " sum(coalesce(v.n, 0)) * 1.0 / count(*) as share from families f left join"
        " (select family, count(*) as n from services where kind = 'visit' group by family) v"
        " on v.family = f.id group by f.street, f.community) as sums) as places where place <= 5"),
    Question(
        "Q11", "head begins with 张 and phone has 88",
        'families | where head starts with "张" and phone contains "88" | summarize n = count',
        "select count(*) from families where head like '张%' and phone like '%88%'"),
    Question(
        "Q12", "month and kind, counts of 2026",
        "services | where date in 2026 | count by month(date), kind",
        "select {month} as m, kind, count(*) from services s"
        " where date >= '2026-01-01' and date <= '2026-12-31' group by m, kind"),
]
