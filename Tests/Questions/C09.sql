SELECT 名称 AS name, 面积 AS km2, 户数 AS households, 居民数 AS residents,
  round(居民数 / 面积) AS per_km2, count(*) AS volunteers,
  round(1000.0 * count(*) / 居民数, 1) AS per_1000
FROM 区域 JOIN 志愿者 ON 志愿者.区域 = 代码 WHERE 名称 = '六米桥';
