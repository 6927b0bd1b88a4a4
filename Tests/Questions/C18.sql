WITH elder AS (
  SELECT 代码, 名称, EXISTS (SELECT 1 FROM 体检记录 WHERE 体检记录.成员 = 成员.编号 AND 日期 > '2025-10-31') AS seen
  FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭 JOIN 区域 ON 代码 = 区域
  WHERE 状态 = '在册' AND 出生日期 <= '1961-10-31')
SELECT CASE total WHEN 0 THEN 名称 END AS community, count(*) AS eligible, sum(seen) AS covered,
  sum(NOT seen) AS uncovered, avg(seen) AS rate, 0.9 AS target,
  max(0, (9 * count(*) + 9) / 10 - sum(seen)) AS short
FROM elder, parts GROUP BY total, CASE total WHEN 0 THEN 代码 END ORDER BY total, 代码;

WITH elder AS (
  SELECT 成员.rowid AS place, 姓名 AS name,
    2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '10-31') AS age,
    名称 AS community, (SELECT max(日期) FROM 体检记录 WHERE 体检记录.成员 = 成员.编号) AS last
  FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭 JOIN 区域 ON 代码 = 区域
  WHERE 状态 = '在册' AND 出生日期 <= '1961-10-31')
SELECT name, age, community, last,
  CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM elder WHERE last IS NULL OR last <= '2025-10-31'
ORDER BY last IS NOT NULL, days DESC, place;

SELECT 姓名 AS name, 名称 AS community, max(日期) AS last_checkup, max(下次体检) AS due
FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭 JOIN 区域 ON 代码 = 区域 JOIN 体检记录 ON 体检记录.成员 = 成员.编号
WHERE 状态 = '在册' AND 出生日期 <= '1961-10-31'
GROUP BY 成员.编号 HAVING due BETWEEN '2026-11-01' AND '2026-11-30' ORDER BY 成员.rowid;
