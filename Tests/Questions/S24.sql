SELECT head, areas.name AS street, count(*) AS contacts, max(date) AS last_contact
FROM families JOIN services ON family = families.id JOIN areas ON code = substr(area, 1, 9)
WHERE status = 'active'
GROUP BY families.id
HAVING sum(mode IN ('phone', 'wechat')) > 0 AND sum(mode IN ('home', 'venue')) = 0
ORDER BY families.rowid;

WITH alone AS (
  SELECT EXISTS (SELECT 1 FROM services
    WHERE family = families.id AND date BETWEEN '2026-10-18' AND '2026-10-31') AS seen
  FROM families WHERE status = 'active' AND tags LIKE '%;living_alone;%'
    AND EXISTS (SELECT 1 FROM members WHERE family = families.id AND born <= '1946-10-31'))
SELECT count(*) AS eligible, sum(seen) AS covered, sum(NOT seen) AS uncovered, avg(seen) AS rate
FROM alone;

WITH alone AS (
  SELECT families.rowid AS place, head, areas.name AS street,
    (SELECT max(date) FROM services WHERE family = families.id) AS last
  FROM families JOIN areas ON code = substr(area, 1, 9)
  WHERE status = 'active' AND tags LIKE '%;living_alone;%'
    AND EXISTS (SELECT 1 FROM members WHERE family = families.id AND born <= '1946-10-31'))
SELECT head, street, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM alone WHERE last IS NULL OR last < '2026-10-18'
ORDER BY last IS NOT NULL, days DESC, place;
