WITH family AS (
  SELECT 代码, 名称, EXISTS (SELECT 1 FROM 服务 WHERE 服务.家庭 = 家庭.编号 AND 日期 LIKE '2026-%') AS served
  FROM 家庭 JOIN 区域 ON 代码 = 区域 WHERE 状态 = '在册' AND 类别 IS NOT NULL)
SELECT CASE total WHEN 0 THEN 名称 END AS community, count(*) AS eligible, sum(served) AS covered,
  sum(NOT served) AS uncovered, avg(served) AS rate, 1.0 AS target, sum(NOT served) AS short
FROM family, parts GROUP BY total, CASE total WHEN 0 THEN 代码 END ORDER BY total, 代码;

WITH family AS (
  SELECT 家庭.rowid AS place, 户主 AS head, 名称 AS community, 类别,
    (SELECT max(日期) FROM 服务 WHERE 服务.家庭 = 家庭.编号) AS last
  FROM 家庭 JOIN 区域 ON 代码 = 区域 WHERE 状态 = '在册' AND 类别 IS NOT NULL)
SELECT head, community, trim(类别, ';') AS tags, last,
  CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM family WHERE last IS NULL OR last < '2026-01-01'
ORDER BY last IS NOT NULL, days DESC, place;
