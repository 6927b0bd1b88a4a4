WITH family AS (
  SELECT id, substr(area, 1, 9) AS code,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND date BETWEEN '2026-01-01'
      AND '2026-10-31' AND tier = 'district') AS d,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND date BETWEEN '2026-01-01'
      AND '2026-10-31' AND tier = 'street') AS s,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND date BETWEEN '2026-01-01'
      AND '2026-10-31' AND tier = 'community') AS c
  FROM families WHERE status = 'active')
SELECT CASE total WHEN 0 THEN areas.name END AS street,
  count(*) AS district_eligible, sum(d) AS district_covered, sum(NOT d) AS district_uncovered,
    avg(d) AS district_rate,
  count(*) AS street_eligible, sum(s) AS street_covered, sum(NOT s) AS street_uncovered,
    avg(s) AS street_rate,
  count(*) AS community_eligible, sum(c) AS community_covered, sum(NOT c) AS community_uncovered,
    avg(c) AS community_rate
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS count
FROM families JOIN areas ON code = substr(area, 1, 9), parts
WHERE status = 'active'
  AND EXISTS (SELECT 1 FROM services WHERE family = families.id AND date LIKE '2026-%'
    AND tier = 'district')
  AND NOT EXISTS (SELECT 1 FROM services WHERE family = families.id AND date LIKE '2026-%'
    AND tier != 'district')
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

SELECT head, areas.name AS street,
  (SELECT max(date) FROM services WHERE family = families.id
    AND tier != 'district') AS last_other_help,
  CAST(julianday('2026-10-31') - julianday((SELECT max(date) FROM services
    WHERE family = families.id AND tier != 'district')) AS INTEGER) AS days
FROM families JOIN areas ON code = substr(area, 1, 9)
WHERE status = 'active'
  AND EXISTS (SELECT 1 FROM services WHERE family = families.id AND date LIKE '2026-%'
    AND tier = 'district')
  AND NOT EXISTS (SELECT 1 FROM services WHERE family = families.id AND date LIKE '2026-%'
    AND tier != 'district')
ORDER BY days IS NOT NULL, days DESC, families.rowid;
