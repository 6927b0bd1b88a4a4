WITH family AS (
  SELECT (SELECT count(*) FROM enrolments
    WHERE family = families.id AND (until IS NULL OR until >= '2026-10-31')) AS groups
  FROM families WHERE area LIKE '350203005%' AND status = 'active')
SELECT count(*) AS families, sum(groups = 0) AS none, sum(groups = 1) AS one,
  sum(groups >= 2) AS two_or_more
FROM family;

WITH family AS (
  SELECT CASE level WHEN 'community' THEN code END AS code,
    CASE level WHEN 'community' THEN name END AS community, EXISTS (SELECT 1 FROM enrolments
      WHERE family = families.id AND (until IS NULL OR until >= '2026-10-31')) AS covered
  FROM families JOIN areas ON code = area WHERE area LIKE '350203005%' AND status = 'active')
SELECT CASE total WHEN 0 THEN community END AS community, count(*) AS eligible,
  sum(covered) AS covered, sum(NOT covered) AS uncovered, avg(covered) AS rate
FROM family, parts GROUP BY total, CASE total WHEN 0 THEN coalesce(code, '~') END
ORDER BY total, code IS NULL, code;

-- The eight weeks from Monday to Sunday before the running one.
WITH visit AS (
  SELECT "group", date(services.date, '-6 days', 'weekday 1') AS monday
  FROM services JOIN sessions ON sessions.id = session
  WHERE "group" IS NOT NULL AND services.date BETWEEN '2026-08-31' AND '2026-10-25')
SELECT "group", sum(monday = '2026-08-31') AS "2026-W36", sum(monday = '2026-09-07') AS "2026-W37",
  sum(monday = '2026-09-14') AS "2026-W38", sum(monday = '2026-09-21') AS "2026-W39",
  sum(monday = '2026-09-28') AS "2026-W40", sum(monday = '2026-10-05') AS "2026-W41",
  sum(monday = '2026-10-12') AS "2026-W42", sum(monday = '2026-10-19') AS "2026-W43"
FROM visit GROUP BY "group"
ORDER BY CASE "group" WHEN 'tea' THEN 1 WHEN 'chat' THEN 2 WHEN 'singing' THEN 3
  WHEN 'dancing' THEN 4
  WHEN 'volunteering' THEN 5 ELSE 6 END;
