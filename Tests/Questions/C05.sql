SELECT CASE total WHEN 0 THEN 课程 END AS course, count(DISTINCT 场次) AS sessions,
  count(*) AS attendance,
  count(DISTINCT 成员) AS children, round(1.0 * count(*) / count(DISTINCT 场次), 1) AS per_session
FROM 服务 JOIN 项目 ON 项目.编号 = 服务.项目 JOIN 场次 ON 场次.编号 = 场次, parts
WHERE 名称 = '快乐星期天' AND 服务.日期 LIKE '2026-%'
GROUP BY total, CASE total WHEN 0 THEN 课程 END
ORDER BY total, CASE 课程 WHEN '心理关爱' THEN 1 WHEN '手工辅导' THEN 2 WHEN '美术' THEN 3
  WHEN '体育' THEN 4 ELSE 5 END;

WITH child AS (
  SELECT 2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '10-31') AS age,
    EXISTS (SELECT 1 FROM 服务 JOIN 项目 ON 项目.编号 = 服务.项目
      WHERE 服务.成员 = 成员.编号 AND 名称 = '快乐星期天') AS came
  FROM 成员 WHERE 留守儿童 = '是')
SELECT CASE total WHEN 0 THEN CASE WHEN age < 6 THEN '0–5' WHEN age < 14 THEN '6–13'
  ELSE '14+' END END AS age_group,
  count(*) AS eligible, sum(came) AS covered, sum(NOT came) AS uncovered, avg(came) AS rate
FROM child, parts GROUP BY total, age_group ORDER BY total, min(age);

SELECT 姓名 AS name, 2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '10-31') AS age,
  户主 AS head
FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭
WHERE 留守儿童 = '是' AND 成员.编号 NOT IN (
  SELECT 成员 FROM 服务 JOIN 项目 ON 项目.编号 = 服务.项目 WHERE 名称 = '快乐星期天' AND 成员 IS NOT NULL)
ORDER BY age, 成员.rowid;
