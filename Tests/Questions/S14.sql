WITH family AS (
  SELECT families.id, focus FROM families JOIN areas ON code = area
  WHERE area LIKE '350203007%' AND tags LIKE '%;bereaved;%' AND status = 'active'),
had AS (
  SELECT focus = 'yes' AS in_focus, EXISTS (
      SELECT 1 FROM services JOIN programs ON programs.id = program
        JOIN organizations ON organizations.id = programs.organization
      WHERE family = family.id AND date LIKE '2026-%'
        AND organizations.name = '思明区颐邻社会工作服务中心') AS covered
  FROM family)
SELECT CASE total WHEN 0 THEN in_focus END AS in_focus, count(*) AS eligible,
  sum(covered) AS covered, sum(NOT covered) AS uncovered, avg(covered) AS rate
FROM had, parts GROUP BY total, CASE total WHEN 0 THEN in_focus END ORDER BY total, in_focus;

WITH family AS (
  SELECT families.id, focus FROM families JOIN areas ON code = area
  WHERE area LIKE '350203007%' AND tags LIKE '%;bereaved;%' AND status = 'active'),
had AS (
  SELECT focus = 'yes' AS in_focus, (
      SELECT count(DISTINCT theme) FROM services JOIN sessions ON sessions.id = session
      WHERE family = family.id AND theme IN ('heart', 'body', 'spirit')) = 3 AS covered
  FROM family)
SELECT CASE total WHEN 0 THEN in_focus END AS in_focus, count(*) AS eligible,
  sum(covered) AS covered, sum(NOT covered) AS uncovered, avg(covered) AS rate
FROM had, parts GROUP BY total, CASE total WHEN 0 THEN in_focus END ORDER BY total, in_focus;

SELECT count(*) AS count FROM areas WHERE focus = 'yes';
