WITH child AS (
  SELECT 2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '09-01') AS age,
    监护关系 IS NULL AS unknown
  FROM 成员 WHERE 留守儿童 = '是')
SELECT CASE total WHEN 0 THEN CASE WHEN age < 6 THEN '0–5' WHEN age < 14 THEN '6–13'
    WHEN age < 17 THEN '14–16' ELSE '17+' END END AS age_group,
  count(*) AS children, sum(unknown) AS no_guardian
FROM child, parts GROUP BY total, age_group ORDER BY total, min(age);

SELECT 成员.编号 AS id, 姓名 AS name,
  2026 - substr(出生日期, 1, 4) - (substr(出生日期, 6) > '09-01') AS years, 户主 AS head
FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭
WHERE 留守儿童 = '是' AND 监护关系 IS NULL
ORDER BY years, 成员.rowid;
