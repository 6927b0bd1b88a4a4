WITH child AS (
  SELECT (SELECT count(DISTINCT 服务人员) FROM 服务 WHERE 服务.成员 = 成员.编号
    AND 日期 BETWEEN '2026-09-01' AND '2026-10-31') = 3 AS all_three
  FROM 成员 WHERE 留守儿童 = '是')
SELECT count(*) AS eligible, sum(all_three) AS covered, sum(NOT all_three) AS uncovered,
  avg(all_three) AS rate, 0.5 AS target, max(0, (count(*) + 1) / 2 - sum(all_three)) AS short
FROM child;

WITH child AS (
  SELECT
    EXISTS (SELECT 1 FROM 服务 WHERE 服务.成员 = 成员.编号 AND 服务人员 = '心理辅导老师' AND 日期 >= '2026-09-01') AS a,
    EXISTS (SELECT 1 FROM 服务 WHERE 服务.成员 = 成员.编号 AND 服务人员 = '社工' AND 日期 >= '2026-09-01') AS b,
    EXISTS (SELECT 1 FROM 服务 WHERE 服务.成员 = 成员.编号 AND 服务人员 = '志愿者' AND 日期 >= '2026-09-01') AS c
  FROM 成员 WHERE 留守儿童 = '是')
SELECT count(*) AS counsellor_eligible, sum(a) AS counsellor_covered,
  sum(NOT a) AS counsellor_uncovered, avg(a) AS counsellor_rate,
  count(*) AS social_worker_eligible, sum(b) AS social_worker_covered,
    sum(NOT b) AS social_worker_uncovered, avg(b) AS social_worker_rate,
  count(*) AS volunteer_eligible, sum(c) AS volunteer_covered, sum(NOT c) AS volunteer_uncovered,
    avg(c) AS volunteer_rate
FROM child;

WITH child AS (
  SELECT 成员.rowid AS place, 姓名 AS name, 户主 AS head, (SELECT max(日期) FROM 服务
    WHERE 服务.成员 = 成员.编号 AND 服务人员 IS NOT NULL) AS last
  FROM 成员 JOIN 家庭 ON 家庭.编号 = 成员.家庭 WHERE 留守儿童 = '是')
SELECT name, head, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM child WHERE last IS NULL OR last < '2026-09-01'
ORDER BY last IS NOT NULL, days DESC, place;
