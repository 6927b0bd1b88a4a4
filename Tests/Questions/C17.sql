-- The beds taken at each venue on each day of this year; both days of a stay belong to it.
CREATE TEMP VIEW occupancy AS
WITH RECURSIVE day (day) AS (
  VALUES ('2026-01-01') UNION ALL SELECT date(day, '+1 day') FROM day WHERE day < '2026-10-31')
SELECT 名称 AS name, 床位数 AS beds, 收费 AS fee, day, (SELECT count(*) FROM 入住
  WHERE 入住.场所 = 场所.编号 AND 入住日期 <= day AND coalesce(退住日期, day) >= day) AS taken
FROM 场所, day WHERE 床位数 IS NOT NULL;

SELECT day AS slot, sum(taken) FILTER (WHERE name = '老年人日间照料室') AS 老年人日间照料室,
  sum(taken) FILTER (WHERE name = '老年公寓') AS 老年公寓
FROM occupancy WHERE day >= '2026-10-01' GROUP BY day ORDER BY day;

WITH placed AS (
  SELECT *, row_number() OVER (PARTITION BY name ORDER BY day)
    - row_number() OVER (PARTITION BY name, taken = beds ORDER BY day) AS run FROM occupancy),
full AS (SELECT name, count(*) AS length FROM placed WHERE taken = beds GROUP BY name, run)
SELECT name, beds, round(avg(taken), 1) AS average, min(taken) AS least, max(taken) AS most,
  sum(taken = beds) AS full_days,
  (SELECT max(length) FROM full WHERE full.name = occupancy.name) AS longest_full_run
FROM occupancy GROUP BY name ORDER BY beds;

SELECT name, beds, taken, beds - taken AS free, fee
FROM occupancy WHERE day = '2026-10-31' ORDER BY beds;
