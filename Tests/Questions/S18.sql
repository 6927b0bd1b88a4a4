WITH family AS (
  SELECT substr(area, 1, 9) AS code, EXISTS (SELECT 1 FROM services
    WHERE family = families.id AND kind = 'visit' AND date BETWEEN '2026-01-28'
      AND '2026-03-09') AS seen
  FROM families WHERE status = 'active' AND registered < '2026-02-17')
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS eligible, sum(seen) AS covered,
  sum(NOT seen) AS uncovered, avg(seen) AS rate, 0.9 AS target,
  max(0, (9 * count(*) + 9) / 10 - sum(seen)) AS short
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

WITH family AS (
  SELECT substr(area, 1, 9) AS code,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND kind = 'visit'
      AND date BETWEEN '2025-01-09' AND '2025-02-18') AS a,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND kind = 'visit'
      AND date BETWEEN '2026-01-28' AND '2026-03-09') AS b
  FROM families WHERE status = 'active' AND registered < '2025-01-29')
SELECT CASE total WHEN 0 THEN areas.name END AS street,
  count(*) AS "2025-01-09 … 2025-02-18_eligible", sum(a) AS "2025-01-09 … 2025-02-18_covered",
  sum(NOT a) AS "2025-01-09 … 2025-02-18_uncovered", avg(a) AS "2025-01-09 … 2025-02-18_rate",
  count(*) AS "2026-01-28 … 2026-03-09_eligible", sum(b) AS "2026-01-28 … 2026-03-09_covered",
  sum(NOT b) AS "2026-01-28 … 2026-03-09_uncovered", avg(b) AS "2026-01-28 … 2026-03-09_rate",
  avg(b) - avg(a) AS rate_change
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

WITH family AS (
  SELECT substr(area, 1, 9) AS code FROM families
  WHERE status = 'active' AND registered < '2025-01-29' AND NOT EXISTS (
    SELECT 1 FROM services WHERE family = families.id AND kind = 'visit'
      AND (date BETWEEN '2026-01-28' AND '2026-03-09' OR date BETWEEN '2025-01-09'
        AND '2025-02-18')))
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS count
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

WITH family AS (
  SELECT families.rowid AS place, head, substr(area, 1, 9) AS code, (SELECT max(date) FROM services
    WHERE family = families.id AND kind = 'visit') AS last
  FROM families
  WHERE status = 'active' AND registered < '2025-01-29' AND NOT EXISTS (
    SELECT 1 FROM services WHERE family = families.id AND kind = 'visit'
      AND (date BETWEEN '2026-01-28' AND '2026-03-09' OR date BETWEEN '2025-01-09'
        AND '2025-02-18')))
SELECT head, areas.name AS street, last AS last_visit,
  CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM family JOIN areas USING (code) ORDER BY last IS NOT NULL, days DESC, place;

WITH occasion (position, festival) AS (VALUES (1, 'spring_festival'), (2, 'reunion_dinner'),
  (3, 'mid_autumn'), (4, 'four_seasons'), (5, 'team_building'))
SELECT festival, sum(year = 2023) AS "2023", sum(year = 2024) AS "2024", sum(year = 2025) AS "2025",
  sum(year = 2026) AS "2026"
FROM occasion JOIN campaigns USING (festival) GROUP BY festival ORDER BY position;
