SELECT CASE total WHEN 0 THEN 类型 END AS kind, count(*) AS grants, sum(金额_cents) / 100.0 AS amount
FROM 资助, parts WHERE 拨付日期 LIKE '2026-%'
GROUP BY total, CASE total WHEN 0 THEN 类型 END
ORDER BY total, CASE 类型 WHEN '政府购买服务' THEN 1 WHEN '项目资金' THEN 2 ELSE 3 END;

SELECT 项目.名称 AS name, 组织.名称 AS organization, sum(金额_cents) / 100.0 AS money
FROM 项目 JOIN 资助 ON 资助.项目 = 项目.编号 JOIN 组织 ON 组织.编号 = 项目.组织
WHERE 拨付日期 LIKE '2026-%'
  AND NOT EXISTS (SELECT 1 FROM 服务 WHERE 服务.项目 = 项目.编号 AND 日期 LIKE '2026-%')
  AND NOT EXISTS (SELECT 1 FROM 场次 WHERE 场次.项目 = 项目.编号 AND 日期 LIKE '2026-%')
GROUP BY 项目.编号 ORDER BY 项目.rowid;

WITH money AS (
  SELECT 项目, sum(金额_cents) AS cents FROM 资助 WHERE 拨付日期 LIKE '2026-%' GROUP BY 项目),
served AS (
  SELECT 项目.rowid AS place, 名称 AS name, cents,
    (SELECT count(*) FROM 服务 WHERE 服务.项目 = 项目.编号 AND 日期 LIKE '2026-%')
      + (SELECT coalesce(sum(到场人数), 0) FROM 场次 WHERE 场次.项目 = 项目.编号 AND 日期 LIKE '2026-%')
      AS served
  FROM 项目 JOIN money ON money.项目 = 项目.编号)
SELECT name, cents / 100.0 AS money, served, round(cents / 100.0 / nullif(served, 0),
  2) AS per_person
FROM served ORDER BY per_person IS NULL, per_person, place;
