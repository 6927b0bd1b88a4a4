WITH peer AS (
  SELECT since, (SELECT min(date) FROM services WHERE services.family = volunteers.family) AS helped
  FROM volunteers WHERE family IS NOT NULL)
SELECT count(*) AS volunteers, sum(helped < since) AS helped_first,
  sum(helped >= since) AS began_before_the_register
FROM peer;

WITH peer AS (
  SELECT since, (SELECT min(date) FROM services WHERE services.family = volunteers.family) AS helped
  FROM volunteers WHERE family IS NOT NULL),
wait AS (
  SELECT total, CASE total WHEN 0 THEN substr(since, 1, 4) END AS year,
    CAST(julianday(since) - julianday(helped) AS INTEGER) AS days
  FROM peer, parts WHERE helped < since),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY total, year ORDER BY days) AS rank,
    count(*) OVER (PARTITION BY total, year) AS size
  FROM wait)
SELECT year, count(*) AS volunteers,
  avg(CASE WHEN rank IN ((size + 1) / 2, (size + 2) / 2) THEN days END) AS median_days,
  min(days) AS shortest, max(days) AS longest
FROM ranked GROUP BY total, year ORDER BY total, year;
