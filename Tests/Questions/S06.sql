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

SELECT count(*) AS count
FROM members JOIN families ON families.id = members.family JOIN areas ON areas.code = families.area
WHERE mobility IN ('homebound', 'bedridden') AND status = 'active' AND areas.name = '前埔西'
  AND NOT EXISTS (SELECT 1 FROM services WHERE services.family = families.id AND mode = 'home'
    AND date BETWEEN '2026-10-02' AND '2026-10-31');
