-- Each need of this year on each step that it has reached, with the days since the step before.
CREATE TEMP VIEW reached AS
WITH step (position, step) AS (
  VALUES (1, '提出日期'), (2, '设计日期'), (3, '承接日期'), (4, '落实日期'))
SELECT 代码 AS code, 名称 AS community, position, step,
  julianday(CASE position WHEN 2 THEN 设计日期 WHEN 3 THEN 承接日期 WHEN 4 THEN 落实日期 END)
    - julianday(CASE position WHEN 2 THEN 提出日期 WHEN 3 THEN 设计日期 WHEN 4 THEN 承接日期 END) AS days
FROM 需求 JOIN 区域 ON 代码 = 区域, step
WHERE 提出日期 LIKE '2026-%' AND (position < 2 OR 设计日期 IS NOT NULL)
  AND (position < 3 OR 承接日期 IS NOT NULL) AND (position < 4 OR 落实日期 IS NOT NULL);

CREATE TEMP VIEW funnel AS
WITH ranked AS (
  SELECT total, CASE total WHEN 0 THEN code END AS code, community, position, step, days,
    row_number() OVER (PARTITION BY total, CASE total WHEN 0 THEN code END, position
      ORDER BY days) AS rank,
    count(*) OVER (PARTITION BY total, CASE total WHEN 0 THEN code END, position) AS number
  FROM reached, parts)
SELECT total, code, community, position, step, count(*) AS reached,
  1.0 * count(*) / first_value(count(*)) OVER steps AS share,
  1.0 * count(*) / lag(count(*)) OVER steps AS step_share,
  avg(CASE WHEN rank IN ((number + 1) / 2, (number + 2) / 2) THEN days END) AS median_days,
  coalesce(count(*) - lead(count(*)) OVER steps, 0) AS waiting
FROM ranked GROUP BY total, code, position
WINDOW steps AS (PARTITION BY total, code ORDER BY position);

CREATE TEMP VIEW stuck AS
SELECT 需求.rowid AS place, 需求.编号 AS id, 代码 AS code, 区域.名称 AS community, 需求.类型 AS kind,
  提出日期 AS raised, 设计日期 AS designed, 承接日期 AS claimed, 组织.名称 AS organization,
  CAST(julianday('2026-10-31') - julianday(coalesce(承接日期, 设计日期, 提出日期)) AS INTEGER) AS days
FROM 需求 JOIN 区域 ON 代码 = 需求.区域 LEFT JOIN 组织 ON 组织.编号 = 组织
WHERE 落实日期 IS NULL AND coalesce(承接日期, 设计日期, 提出日期) < '2026-10-01';

SELECT step, reached, share, step_share, median_days, waiting
FROM funnel WHERE total ORDER BY position;

SELECT community, step, reached, share, step_share, median_days, waiting
FROM funnel WHERE NOT total ORDER BY code, position;

SELECT CASE total WHEN 0 THEN community END AS community, count(*) AS stuck,
  sum(designed IS NULL) AS not_designed,
  sum(designed IS NOT NULL AND claimed IS NULL) AS not_claimed,
  sum(claimed IS NOT NULL) AS not_delivered, max(days) AS longest
FROM stuck, parts GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

SELECT id, community, kind, raised, designed, claimed, organization, days
FROM stuck ORDER BY days DESC, place;

WITH kinds (position, kind) AS (
  VALUES (1, '家政'), (2, '空调清洗'), (3, '防暑降温'), (4, '陪伴'), (5, '陪诊'), (6, '心理辅导'),
    (7, '课业辅导'), (8, '助餐'), (9, '医疗'), (10, '维修'), (11, '就业'), (12, '安全'), (13, '环境'),
    (14, '物资'), (15, '其他需求')),
took AS (
  SELECT total, CASE total WHEN 0 THEN position END AS position, kind,
    julianday(落实日期) - julianday(提出日期) AS days
  FROM 需求 JOIN kinds ON kind = 类型, parts WHERE 落实日期 LIKE '2026-%'),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY total, position ORDER BY days) AS rank,
    count(*) OVER (PARTITION BY total, position) AS number FROM took)
SELECT CASE total WHEN 0 THEN kind END AS kind, count(*) AS delivered,
  avg(CASE WHEN rank IN ((number + 1) / 2, (number + 2) / 2) THEN days END) AS median_days,
  max(days) AS longest
FROM ranked GROUP BY total, position ORDER BY total, position;
