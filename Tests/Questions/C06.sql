WITH day AS (
  SELECT 日期, sum(到场人数) AS attended FROM 场次
  WHERE 类型 = '课后托管' AND 日期 BETWEEN '2026-09-01' AND '2027-01-29' GROUP BY 日期)
SELECT count(*) AS days, round(avg(attended), 1) AS average, min(attended) AS least,
  max(attended) AS most
FROM day;

WITH room AS (
  SELECT 房间.rowid AS place, 房间.名称, 用途,
    (SELECT count(*) FROM 场次 WHERE 场次.房间 = 房间.编号 AND 日期 >= '2026-09-01') AS sessions
  FROM 房间 JOIN 场所 ON 场所.编号 = 场所 WHERE 场所.名称 = '五点半学校')
SELECT 名称 AS name, 用途 AS use, sessions FROM room ORDER BY place;

WITH room AS (
  SELECT 房间.rowid AS place, 房间.名称, 用途,
    (SELECT max(日期) FROM 场次 WHERE 场次.房间 = 房间.编号) AS last
  FROM 房间 JOIN 场所 ON 场所.编号 = 场所 WHERE 场所.名称 = '五点半学校')
SELECT 名称 AS name, 用途 AS use, last,
  CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM room WHERE last IS NULL OR last < '2026-09-01' ORDER BY last IS NOT NULL, days DESC, place;
