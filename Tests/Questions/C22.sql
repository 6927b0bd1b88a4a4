SELECT CASE total WHEN 0 THEN 来源 END AS source, count(*) AS tasks, sum(准入 IS '是') AS admitted,
  sum(准入 IS '否') AS turned_away, sum(准入 IS NULL) AS undecided,
  avg(准入 IS '否') AS turned_away_share
FROM 事项, parts WHERE 收到日期 LIKE '2026-%'
GROUP BY total, CASE total WHEN 0 THEN 来源 END ORDER BY total, 来源;
