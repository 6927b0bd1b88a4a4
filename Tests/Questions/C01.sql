SELECT 名称 AS name, (SELECT count(*) FROM 场所 WHERE 区域 = 代码) AS platforms,
  (SELECT count(*) FROM 组织 WHERE 区域 = 代码) AS organizations,
  (SELECT count(*) FROM 社工 WHERE 区域 = 代码 AND (离岗日期 IS NULL OR 离岗日期 >= '2026-10-31')) AS workers
FROM 区域 WHERE 层级 = '社区级' ORDER BY 区域.rowid;

WITH community AS (
  SELECT EXISTS (SELECT 1 FROM 场所 WHERE 区域 = 代码) AND EXISTS (SELECT 1 FROM 组织 WHERE 区域 = 代码)
    AND EXISTS (SELECT 1 FROM 社工 WHERE 区域 = 代码 AND (离岗日期 IS NULL OR 离岗日期 >= '2026-10-31')) AS linked
  FROM 区域 WHERE 层级 = '社区级')
SELECT count(*) AS eligible, sum(linked) AS covered, sum(NOT linked) AS uncovered,
  avg(linked) AS rate,
  1.0 AS target, sum(NOT linked) AS short
FROM community;

SELECT 名称 AS name, (SELECT max(离岗日期) FROM 社工 WHERE 区域 = 代码) AS last_worker_left
FROM 区域 WHERE 层级 = '社区级' AND NOT (
  EXISTS (SELECT 1 FROM 场所 WHERE 区域 = 代码) AND EXISTS (SELECT 1 FROM 组织 WHERE 区域 = 代码)
    AND EXISTS (SELECT 1 FROM 社工 WHERE 区域 = 代码 AND (离岗日期 IS NULL OR 离岗日期 >= '2026-10-31')));
