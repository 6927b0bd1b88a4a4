SELECT 志愿者.姓名 AS name, 类型 AS kind, 名称 AS community, 加入日期 AS since,
  2026 - substr(加入日期, 1, 4) - (substr(加入日期, 6) > '10-31') AS years, 先进典型 = '是' AS exemplar
FROM 志愿者 JOIN 区域 ON 代码 = 区域
WHERE 加入日期 <= '2016-10-31'
ORDER BY years DESC, 志愿者.rowid;

SELECT 志愿者.姓名 AS volunteer, 成员.姓名 AS child, 结对日期 AS since, 结束日期 AS until, 去向 AS outcome
FROM 结对 JOIN 志愿者 ON 志愿者.编号 = 结对.志愿者 JOIN 成员 ON 成员.编号 = 结对.成员
WHERE 先进典型 = '是' AND 去向 IS NOT NULL
ORDER BY 结对.rowid;

SELECT CASE total WHEN 0 THEN 姓名 END AS volunteer, CASE total WHEN 0 THEN 去向 END AS outcome,
  count(*) AS count
FROM 结对 JOIN 志愿者 ON 志愿者.编号 = 结对.志愿者, parts
WHERE 先进典型 = '是' AND 去向 IS NOT NULL
GROUP BY total, CASE total WHEN 0 THEN 姓名 || 去向 END
ORDER BY total, 姓名, CASE 去向 WHEN '参加工作' THEN 1 ELSE 2 END;
