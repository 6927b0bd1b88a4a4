WITH indoors AS (
  SELECT members.rowid AS place, members.name, mobility, family
  FROM members JOIN families ON families.id = members.family
    JOIN areas ON areas.code = families.area
  WHERE mobility IN ('homebound', 'bedridden') AND status = 'active' AND areas.name = '前埔西')
SELECT name, mobility,
  (SELECT count(*) FROM services WHERE services.family = indoors.family AND mode = 'home'
    AND date BETWEEN '2026-10-02' AND '2026-10-31') AS visits,
  (SELECT max(date) FROM services WHERE services.family = indoors.family AND mode = 'home')
    AS last_visit,
  EXISTS (SELECT 1 FROM services WHERE services.family = indoors.family AND kind = 'testing')
    AS tested
FROM indoors ORDER BY place;

WITH indoors AS (
  SELECT EXISTS (SELECT 1 FROM services WHERE services.family = families.id AND mode = 'home'
    AND date BETWEEN '2026-10-02' AND '2026-10-31') AS seen
  FROM members JOIN families ON families.id = members.family
    JOIN areas ON areas.code = families.area
  WHERE mobility IN ('homebound', 'bedridden') AND status = 'active' AND areas.name = '前埔西')
SELECT count(*) AS eligible, sum(seen) AS covered, sum(NOT seen) AS uncovered, avg(seen) AS rate,
  1.0 AS target, sum(NOT seen) AS short FROM indoors;

WITH indoors AS (
  SELECT members.rowid AS place, members.name, mobility,
    (SELECT max(date) FROM services WHERE services.family = families.id AND mode = 'home') AS last
  FROM members JOIN families ON families.id = members.family
    JOIN areas ON areas.code = families.area
  WHERE mobility IN ('homebound', 'bedridden') AND status = 'active' AND areas.name = '前埔西')
SELECT name, mobility, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM indoors WHERE last IS NULL OR last < '2026-10-02'
ORDER BY last IS NOT NULL, days DESC, place;
