WITH family AS (
  SELECT (SELECT max(date) FROM assessments WHERE family = families.id) AS last
  FROM families JOIN areas ON code = area WHERE areas.name = '文屏' AND status = 'active')
SELECT count(*) AS eligible, sum(last IS NOT NULL AND last > '2025-10-31') AS covered,
  sum(last IS NULL OR last <= '2025-10-31') AS uncovered,
  avg(last IS NOT NULL AND last > '2025-10-31') AS rate, 1.0 AS target,
  sum(last IS NULL OR last <= '2025-10-31') AS short
FROM family;

WITH family AS (
  SELECT families.rowid AS place, head,
    (SELECT max(date) FROM assessments WHERE family = families.id) AS last
  FROM families JOIN areas ON code = area WHERE areas.name = '文屏' AND status = 'active')
SELECT head, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM family WHERE last IS NULL OR last <= '2025-10-31'
ORDER BY last IS NOT NULL, days DESC, place;

WITH latest AS (
  SELECT family, date, result,
    row_number() OVER (PARTITION BY family ORDER BY date DESC, rowid DESC) AS turn
  FROM assessments)
SELECT head, areas.name AS community, result, date AS assessed,
  CAST(julianday('2026-10-31') - julianday(date) AS INTEGER) AS days
FROM latest JOIN families ON families.id = family LEFT JOIN areas ON code = area
  AND level = 'community'
WHERE turn = 1 AND status = 'active'
  AND NOT EXISTS (SELECT 1 FROM services WHERE services.family = families.id
    AND services.date > latest.date)
ORDER BY days DESC, families.rowid;
