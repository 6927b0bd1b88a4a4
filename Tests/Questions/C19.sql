WITH served AS (
  SELECT EXISTS (SELECT 1 FROM 人群组织 WHERE 人群 = 人群.编号) AS served FROM 人群)
SELECT count(*) AS eligible, sum(served) AS covered, sum(NOT served) AS uncovered,
  avg(served) AS rate,
  1.0 AS target, sum(NOT served) AS short
FROM served;

SELECT 名称 AS name FROM 人群 WHERE NOT EXISTS (SELECT 1 FROM 人群组织 WHERE 人群 = 人群.编号);

-- No total is shown, so hiding the small counts gives nothing else away.
SELECT 名称 AS name, CASE WHEN count(*) >= 5 THEN count(*) END AS people
FROM 人群成员 JOIN 人群 ON 人群.编号 = 人群 GROUP BY 名称 ORDER BY 名称;
