WITH elder AS (
  SELECT 区域, count(*) AS elders FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭
  WHERE 状态 = '在册' AND 出生日期 <= '1961-10-31' GROUP BY 区域)
SELECT 名称 AS name, 占地面积 AS land_area, 建筑面积 AS floor_area, elders,
  round(1.0 * 建筑面积 / elders, 1) AS per_elder
FROM 场所 JOIN elder USING (区域) WHERE 名称 = '居家养老服务中心';

WITH room AS (
  SELECT EXISTS (SELECT 1 FROM 场次 WHERE 场次.房间 = 房间.编号 AND 日期 LIKE '2026-%') AS used
  FROM 房间 JOIN 场所 ON 场所.编号 = 场所 WHERE 场所.名称 = '居家养老服务中心')
SELECT count(*) AS eligible, sum(used) AS covered, sum(NOT used) AS uncovered,
  avg(used) AS rate FROM room;

WITH room AS (
  SELECT 房间.rowid AS place, 房间.名称, 用途, (SELECT max(日期) FROM 场次 WHERE 场次.房间 = 房间.编号) AS last
  FROM 房间 JOIN 场所 ON 场所.编号 = 场所 WHERE 场所.名称 = '居家养老服务中心')
SELECT 名称 AS name, 用途 AS use, last,
  CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM room WHERE last IS NULL OR last < '2026-01-01' ORDER BY last IS NOT NULL, days DESC, place;
