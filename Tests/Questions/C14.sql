SELECT count(*) AS registered, sum(出生日期 <= '1961-10-31') AS aged,
  round(100 * avg(出生日期 <= '1961-10-31'), 1) AS aged_percent,
  100 * 老年人占比 AS stated_percent
FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭 JOIN 区域 ON 代码 = 区域
WHERE 名称 = '桃花坪' AND 状态 = '在册';

SELECT 名称 AS name, 居民数 AS residents, 居民数 * 老年人占比 AS stated_aged,
  (SELECT count(*) FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭
    WHERE 区域 = 代码 AND 状态 = '在册' AND 出生日期 <= '1961-10-31') AS registered_aged,
  备注 AS note
FROM 区域 WHERE 名称 = '桃花坪';
