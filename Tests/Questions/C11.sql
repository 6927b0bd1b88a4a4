-- The days and the months of this year up to the day of the data, and whether each was kept.
CREATE TEMP VIEW slot AS
WITH RECURSIVE step (kind, every, first) AS (
  VALUES ('社区清洁', '+1 month', '2026-01-01'), ('义务巡逻', '+1 day', '2026-01-01')
  UNION ALL
  SELECT kind, every, date(first, every) FROM step WHERE date(first, every) <= '2026-10-31')
SELECT kind, first, EXISTS (SELECT 1 FROM 场次
  WHERE 类型 = kind AND 日期 >= first AND 日期 < date(first, every)) AS met FROM step;

CREATE TEMP VIEW runs AS
WITH placed AS (
  SELECT *, row_number() OVER (PARTITION BY kind ORDER BY first)
    - row_number() OVER (PARTITION BY kind, met ORDER BY first) AS run FROM slot)
SELECT kind, met, count(*) AS length FROM placed GROUP BY kind, met, run;

-- Both are kept in the running slot, so that the slot after it is due.
SELECT 名称 AS name, 周期 AS every, count(*) AS expected, sum(met) AS met, sum(NOT met) AS missed,
  avg(met) AS rate,
  (SELECT max(length) FROM runs WHERE runs.kind = slot.kind AND NOT met) AS longest_gap,
  (SELECT max(length) FROM runs WHERE runs.kind = slot.kind AND met) AS best_streak,
  (SELECT max(日期) FROM 场次 WHERE 类型 = slot.kind) AS last,
  CASE 周期 WHEN '月' THEN date(max(first), '+2 months', '-1 day')
    ELSE date(max(first), '+1 day') END AS next_due
FROM slot JOIN 承诺 ON 承诺.类型 = kind JOIN 项目 ON 项目.编号 = 承诺.项目
GROUP BY kind ORDER BY 承诺.rowid;

WITH day AS (
  SELECT total, CASE total WHEN 0 THEN substr(first, 1, 7) END AS month, first, met
  FROM slot, parts WHERE kind = '义务巡逻'),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY total, month ORDER BY first)
    - row_number() OVER (PARTITION BY total, month, met ORDER BY first) AS run FROM day),
gap AS (
  SELECT total, month, count(*) AS length FROM placed WHERE NOT met GROUP BY total, month, run)
SELECT month, count(*) AS days, sum(NOT met) AS without_patrol,
  coalesce((SELECT max(length) FROM gap WHERE gap.total = day.total AND gap.month IS day.month), 0)
    AS longest_gap
FROM day GROUP BY total, month ORDER BY total, month;

SELECT first AS date, CASE strftime('%w', first) WHEN '0' THEN '星期日' WHEN '1' THEN '星期一'
  WHEN '2' THEN '星期二' WHEN '3' THEN '星期三' WHEN '4' THEN '星期四' WHEN '5' THEN '星期五'
  ELSE '星期六' END AS weekday
FROM slot WHERE kind = '义务巡逻' AND NOT met ORDER BY first;

SELECT substr(first, 1, 7) AS month_missed FROM slot
WHERE kind = '社区清洁' AND NOT met ORDER BY first;
