SELECT CASE total WHEN 0 THEN 来源 END AS source, count(*) AS tasks, sum(准入 IS '是') AS admitted,
  sum(准入 IS '否') AS turned_away, sum(准入 IS NULL) AS undecided,
  avg(准入 IS '否') AS turned_away_share
FROM 事项, parts WHERE 收到日期 LIKE '2026-%'
GROUP BY total, CASE total WHEN 0 THEN 来源 END ORDER BY total, 来源;

SELECT 来源 AS source, sum(收到日期 LIKE '2025-%') AS "2025", sum(收到日期 LIKE '2026-%') AS "2026",
  sum(收到日期 LIKE '2026-%') - sum(收到日期 LIKE '2025-%') AS change
FROM 事项 WHERE 准入 = '否' AND 收到日期 >= '2025-01-01' GROUP BY 来源 ORDER BY 来源;
