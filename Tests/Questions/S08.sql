WITH family AS (
  SELECT id, substr(area, 1, 9) AS code, (SELECT ',' || group_concat(DISTINCT line) || ','
    FROM services WHERE family = families.id AND date LIKE '2026-%' AND line IS NOT NULL) AS lines
  FROM families WHERE status = 'active'),
had AS (
  SELECT code, coalesce(lines LIKE '%,housekeeping,%', 0) AS a,
    coalesce(lines LIKE '%,social,%', 0) AS b,
    coalesce(lines LIKE '%,insurance,%', 0) AS c, coalesce(lines LIKE '%,visit,%', 0) AS d,
    coalesce(lines LIKE '%,volunteering,%', 0) AS e
  FROM family)
SELECT CASE total WHEN 0 THEN areas.name END AS street,
  count(*) AS housekeeping_eligible, sum(a) AS housekeeping_covered,
    sum(NOT a) AS housekeeping_uncovered, avg(a) AS housekeeping_rate,
  count(*) AS social_eligible, sum(b) AS social_covered, sum(NOT b) AS social_uncovered,
    avg(b) AS social_rate,
  count(*) AS insurance_eligible, sum(c) AS insurance_covered, sum(NOT c) AS insurance_uncovered,
    avg(c) AS insurance_rate,
  count(*) AS visit_eligible, sum(d) AS visit_covered, sum(NOT d) AS visit_uncovered,
    avg(d) AS visit_rate,
  count(*) AS volunteering_eligible, sum(e) AS volunteering_covered,
    sum(NOT e) AS volunteering_uncovered, avg(e) AS volunteering_rate
FROM had JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

WITH family AS (
  SELECT id, substr(area, 1, 9) AS code, (SELECT count(DISTINCT line) FROM services
    WHERE family = families.id AND date LIKE '2026-%') AS lines
  FROM families WHERE status = 'active')
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS eligible,
  sum(lines = 5) AS covered, sum(lines < 5) AS uncovered, avg(lines = 5) AS rate
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

SELECT head, areas.name AS street, trim(tags, ';') AS tags
FROM families JOIN areas ON code = substr(area, 1, 9)
WHERE status = 'active' AND (SELECT count(DISTINCT line) FROM services
  WHERE family = families.id AND date LIKE '2026-%') = 5
ORDER BY families.rowid;

WITH family AS (
  SELECT families.rowid AS place, head, substr(area, 1, 9) AS code,
    (SELECT max(date) FROM services WHERE family = families.id AND line IS NOT NULL) AS last
  FROM families WHERE status = 'active')
SELECT head, areas.name AS street, last,
  CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM family JOIN areas USING (code)
WHERE last IS NULL OR last < '2026-01-01'
ORDER BY last IS NOT NULL, days DESC, place;
