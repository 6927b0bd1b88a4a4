SELECT 名称 AS name, 户数 AS households, count(*) AS registered,
  round(100.0 * count(*) / 户数, 1) AS percent
FROM 区域 JOIN 家庭 ON 家庭.区域 = 代码
WHERE 名称 = '桂花树' AND 状态 = '在册';

SELECT 名称 AS name, 居民数 AS residents, count(*) AS registered,
  round(100.0 * count(*) / 居民数, 1) AS percent
FROM 区域 JOIN 家庭 ON 家庭.区域 = 代码 JOIN 成员 ON 成员.家庭 = 家庭.编号
WHERE 名称 = '桂花树' AND 状态 = '在册';
