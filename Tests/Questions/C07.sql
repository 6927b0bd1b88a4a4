WITH child AS (
  SELECT 2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '10-31') AS age,
    EXISTS (SELECT 1 FROM 结对 WHERE 结对.成员 = 成员.编号 AND 类型 = '爱心妈妈'
      AND (结束日期 IS NULL OR 结束日期 >= '2026-10-31')) AS paired
  FROM 成员 WHERE 留守儿童 = '是')
SELECT CASE total WHEN 0 THEN CASE WHEN age < 6 THEN '0–5' WHEN age < 14 THEN '6–13'
  ELSE '14+' END END AS age_group,
  count(*) AS eligible, sum(paired) AS covered, sum(NOT paired) AS uncovered, avg(paired) AS rate
FROM child, parts GROUP BY total, age_group ORDER BY total, min(age);

SELECT 姓名 AS name, 2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '10-31') AS age,
  户主 AS head,
  EXISTS (SELECT 1 FROM 结对 WHERE 结对.成员 = 成员.编号 AND 类型 = '爱心妈妈') AS had_one
FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭
WHERE 留守儿童 = '是' AND NOT EXISTS (SELECT 1 FROM 结对 WHERE 结对.成员 = 成员.编号
  AND 类型 = '爱心妈妈' AND (结束日期 IS NULL OR 结束日期 >= '2026-10-31'))
ORDER BY age, 成员.rowid;

SELECT 姓名 AS name, 户主 AS head, max(结束日期) AS ended
FROM 成员 JOIN 结对 ON 结对.成员 = 成员.编号 JOIN 家庭 ON 家庭.编号 = 成员.家庭
WHERE 留守儿童 = '是' AND 类型 = '爱心妈妈'
GROUP BY 成员.编号 HAVING sum(结束日期 IS NULL OR 结束日期 >= '2026-10-31') = 0
ORDER BY 成员.rowid;
