WITH family AS (
  SELECT substr(area, 1, 9) AS code, EXISTS (SELECT 1 FROM services
    WHERE family = families.id AND kind = 'gathering' AND date BETWEEN '2026-09-18'
      AND '2026-10-02') AS came
  FROM families
  WHERE status = 'active' AND substr(area, 1, 9) NOT IN (SELECT substr(area, 1, 9)
    FROM programs WHERE kind = 'home'))
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS eligible, sum(came) AS covered,
  sum(NOT came) AS uncovered, avg(came) AS rate, 0.8 AS target,
  max(0, (8 * count(*) + 9) / 10 - sum(came)) AS short
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

WITH family AS (
  SELECT substr(area, 1, 9) AS code, EXISTS (SELECT 1 FROM services
    WHERE family = families.id AND kind = 'gathering' AND date BETWEEN '2026-09-18'
      AND '2026-10-02') AS came
  FROM families
  WHERE status = 'active' AND substr(area, 1, 9) NOT IN (SELECT substr(area, 1, 9)
    FROM programs WHERE kind = 'home'))
SELECT areas.name AS street, avg(came) AS rate
FROM family JOIN areas USING (code) GROUP BY code HAVING rate < 0.8
UNION ALL SELECT NULL, avg(came) FROM family;

WITH family AS (
  SELECT substr(area, 1, 9) AS code,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND kind = 'gathering'
      AND date BETWEEN '2025-09-29' AND '2025-10-13') AS a,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND kind = 'gathering'
      AND date BETWEEN '2026-09-18' AND '2026-10-02') AS b
  FROM families
  WHERE status = 'active' AND substr(area, 1, 9) NOT IN (SELECT substr(area, 1, 9)
    FROM programs WHERE kind = 'home'))
SELECT CASE total WHEN 0 THEN areas.name END AS street,
  count(*) AS "2025-09-29 … 2025-10-13_eligible", sum(a) AS "2025-09-29 … 2025-10-13_covered",
  sum(NOT a) AS "2025-09-29 … 2025-10-13_uncovered", avg(a) AS "2025-09-29 … 2025-10-13_rate",
  count(*) AS "2026-09-18 … 2026-10-02_eligible", sum(b) AS "2026-09-18 … 2026-10-02_covered",
  sum(NOT b) AS "2026-09-18 … 2026-10-02_uncovered", avg(b) AS "2026-09-18 … 2026-10-02_rate",
  avg(b) - avg(a) AS rate_change
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;
