WITH family AS (
  SELECT 代码, 名称, EXISTS (SELECT 1 FROM 服务 WHERE 服务.家庭 = 家庭.编号 AND 类型 = '探访'
    AND 日期 BETWEEN '2026-10-02' AND '2026-10-31') AS seen
  FROM 家庭 JOIN 区域 ON 代码 = 区域
  WHERE 状态 = '在册' AND 类别 LIKE '%;空巢;%' AND 类别 LIKE '%;独居;%')
SELECT CASE total WHEN 0 THEN 名称 END AS community, count(*) AS eligible, sum(seen) AS covered,
  sum(NOT seen) AS uncovered, avg(seen) AS rate, 0.8 AS target,
  max(0, (8 * count(*) + 9) / 10 - sum(seen)) AS short
FROM family, parts GROUP BY total, CASE total WHEN 0 THEN 代码 END ORDER BY total, 代码;

WITH family AS (
  SELECT 家庭.rowid AS place, 户主 AS head, 名称 AS community,
    (SELECT max(日期) FROM 服务 WHERE 服务.家庭 = 家庭.编号 AND 类型 = '探访') AS last
  FROM 家庭 JOIN 区域 ON 代码 = 区域
  WHERE 状态 = '在册' AND 类别 LIKE '%;空巢;%' AND 类别 LIKE '%;独居;%')
SELECT head, community, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM family WHERE last IS NULL OR last < '2026-10-02'
ORDER BY last IS NOT NULL, days DESC, place;
