WITH child AS (
  SELECT (SELECT count(DISTINCT 帮扶内容) FROM 服务 WHERE 服务.成员 = 成员.编号
    AND 日期 LIKE '2026-%') = 3 AS all_three
  FROM 成员 WHERE 留守儿童 = '是')
SELECT count(*) AS eligible, sum(all_three) AS covered, sum(NOT all_three) AS uncovered,
  avg(all_three) AS rate
FROM child;

WITH child AS (
  SELECT
    EXISTS (SELECT 1 FROM 服务 WHERE 服务.成员 = 成员.编号 AND 帮扶内容 = '生活关心' AND 日期 LIKE '2026-%') AS a,
    EXISTS (SELECT 1 FROM 服务 WHERE 服务.成员 = 成员.编号 AND 帮扶内容 = '心灵抚慰' AND 日期 LIKE '2026-%') AS b,
    EXISTS (SELECT 1 FROM 服务 WHERE 服务.成员 = 成员.编号 AND 帮扶内容 = '物质资助' AND 日期 LIKE '2026-%') AS c
  FROM 成员 WHERE 留守儿童 = '是')
SELECT count(*) AS living_eligible, sum(a) AS living_covered, sum(NOT a) AS living_uncovered,
  avg(a) AS living_rate,
  count(*) AS spiritual_eligible, sum(b) AS spiritual_covered, sum(NOT b) AS spiritual_uncovered,
    avg(b) AS spiritual_rate,
  count(*) AS material_eligible, sum(c) AS material_covered, sum(NOT c) AS material_uncovered,
    avg(c) AS material_rate
FROM child;

SELECT 姓名 AS name, 户主 AS head, sum(日期 LIKE '2026-%') AS times, max(日期) AS last_time
FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭 JOIN 服务 ON 服务.成员 = 成员.编号
WHERE 留守儿童 = '是'
GROUP BY 成员.编号
HAVING sum(帮扶内容 = '物质资助' AND 日期 LIKE '2026-%') > 0
  AND sum(帮扶内容 != '物质资助' AND 日期 LIKE '2026-%') = 0
ORDER BY 成员.rowid;
