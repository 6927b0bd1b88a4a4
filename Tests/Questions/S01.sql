SELECT CASE total WHEN 0 THEN street.name END AS street, count(*) AS families,
  sum(registered BETWEEN '2026-01-01' AND '2026-12-31') AS new_this_year
FROM families JOIN areas street ON street.code = substr(area, 1, 9), parts
WHERE status = 'active'
GROUP BY total, CASE total WHEN 0 THEN street.code END
ORDER BY total, street.code;

WITH tag (position, name) AS (VALUES
  (1, 'bereaved'), (2, 'disabled_child'), (3, 'left_behind'), (4, 'empty_nest'),
  (5, 'living_alone'), (6, 'disabled'), (7, 'low_income'), (8, 'illness'), (9, 'new')),
counted AS (
  SELECT position, name, registered FROM families JOIN tag ON tags LIKE '%;' || name || ';%'
  WHERE status = 'active'
  UNION ALL SELECT 10, NULL, registered FROM families WHERE status = 'active' AND tags IS NULL
  UNION ALL SELECT 11, NULL, registered FROM families WHERE status = 'active')
SELECT name AS tags, count(*) AS families,
  sum(registered BETWEEN '2026-01-01' AND '2026-12-31') AS new_this_year
FROM counted GROUP BY position ORDER BY position;
