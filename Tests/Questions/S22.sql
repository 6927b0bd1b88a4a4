WITH family AS (
  SELECT substr(area, 1, 9) AS code, EXISTS (SELECT 1 FROM pairings
    WHERE family = families.id AND (until IS NULL OR until >= '2026-10-31')) AS paired
  FROM families
  WHERE status = 'active' AND (tags LIKE '%;illness;%' OR tags LIKE '%;new;%' OR (
    tags LIKE '%;living_alone;%' AND EXISTS (SELECT 1 FROM members
      WHERE family = families.id AND born <= '1946-10-31'))))
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS eligible,
  sum(paired) AS covered,
  sum(NOT paired) AS uncovered, avg(paired) AS rate, 0.5 AS target,
  max(0, (count(*) + 1) / 2 - sum(paired)) AS short
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

SELECT head, areas.name AS street, trim(tags, ';') AS tags
FROM families JOIN areas ON code = substr(area, 1, 9)
WHERE status = 'active' AND (tags LIKE '%;illness;%' OR tags LIKE '%;new;%' OR (
    tags LIKE '%;living_alone;%' AND EXISTS (SELECT 1 FROM members
      WHERE family = families.id AND born <= '1946-10-31')))
  AND NOT EXISTS (SELECT 1 FROM pairings
    WHERE family = families.id AND (until IS NULL OR until >= '2026-10-31'))
ORDER BY code, families.rowid;

WITH peer AS (
  SELECT capacity, (SELECT count(*) FROM pairings
    WHERE volunteer = volunteers.id AND (until IS NULL OR until >= '2026-10-31')) AS load
  FROM volunteers WHERE kind = 'peer')
SELECT CASE total WHEN 0 THEN load END AS load, count(*) AS volunteers,
  sum(load > capacity) AS over_capacity
FROM peer, parts GROUP BY total, CASE total WHEN 0 THEN load END ORDER BY total, load;

SELECT head, areas.name AS street, max(until) AS ended,
  CAST(julianday('2026-10-31') - julianday(max(until)) AS INTEGER) AS days
FROM families JOIN pairings ON family = families.id JOIN areas ON code = substr(families.area, 1, 9)
WHERE status = 'active'
GROUP BY families.id HAVING sum(until IS NULL OR until >= '2026-10-31') = 0
ORDER BY days DESC, families.rowid;
