WITH standing AS (SELECT * FROM teams WHERE until IS NULL OR until >= '2026-10-31'),
community AS (
  SELECT code, parent, (SELECT count(DISTINCT number) FROM standing WHERE area = code) AS teams
  FROM areas WHERE level = 'community')
SELECT CASE total WHEN 0 THEN street.name END AS street, count(*) AS eligible,
  sum(teams = 3) AS covered, sum(teams < 3) AS uncovered, sum(teams = 3) * 1.0 / count(*) AS rate,
  1.0 AS target, sum(teams < 3) AS short
FROM community JOIN areas street ON street.code = community.parent, parts
GROUP BY total, CASE total WHEN 0 THEN street.code END
ORDER BY total, street.code;

WITH standing AS (SELECT * FROM teams WHERE until IS NULL OR until >= '2026-10-31')
SELECT street.name AS street, community.name,
  EXISTS (SELECT 1 FROM standing WHERE area = community.code AND number = 1) AS 队伍一,
  EXISTS (SELECT 1 FROM standing WHERE area = community.code AND number = 2) AS 队伍二,
  EXISTS (SELECT 1 FROM standing WHERE area = community.code AND number = 3) AS 队伍三
FROM areas community JOIN areas street ON street.code = community.parent
WHERE community.level = 'community'
  AND (SELECT count(DISTINCT number) FROM standing WHERE area = community.code) < 3
ORDER BY street.code, community.code;
