WITH tag (position, name) AS (VALUES
  (1, '失独'), (3, '留守'), (6, '残疾'), (7, '困难'), (10, '流动儿童'), (11, '孤寡老人')),
family AS (
  SELECT 类别, EXISTS (SELECT 1 FROM 服务 JOIN 组织 ON 组织.编号 = 服务.组织
    WHERE 服务.家庭 = 家庭.编号 AND 组织.类型 = '志愿服务队' AND 日期 BETWEEN '2026-08-03' AND '2026-10-31') AS helped
  FROM 家庭 JOIN 区域 ON 代码 = 区域
  WHERE 名称 = '六米桥' AND 状态 = '在册' AND EXISTS (SELECT 1 FROM tag WHERE 类别 LIKE '%;' || name || ';%')),
counted AS (
  SELECT position, name, helped FROM family JOIN tag ON 类别 LIKE '%;' || name || ';%'
  UNION ALL SELECT 99, NULL, helped FROM family)
SELECT name AS tags, count(*) AS eligible, sum(helped) AS covered, sum(NOT helped) AS uncovered,
  avg(helped) AS rate, 0.6 AS target, max(0, (6 * count(*) + 9) / 10 - sum(helped)) AS short
FROM counted GROUP BY position ORDER BY position;

SELECT CASE total WHEN 0 THEN 类型 END AS kind, count(*) AS count
FROM 志愿者 JOIN 区域 ON 代码 = 区域, parts WHERE 名称 = '六米桥'
GROUP BY total, CASE total WHEN 0 THEN 类型 END
ORDER BY total, CASE 类型 WHEN '爱心妈妈' THEN 1 WHEN '社区志愿者' THEN 2 WHEN '文化志愿者' THEN 3 ELSE 4 END;
