WITH closed AS (
  SELECT total, CASE total WHEN 0 THEN substr(受理日期, 1, 4) END AS year, 结案日期, 结果,
    julianday(结案日期) - julianday(受理日期) AS days
  FROM 调解, parts),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY total, year ORDER BY days IS NULL, days) AS rank,
    count(days) OVER (PARTITION BY total, year) AS size
  FROM closed)
SELECT year, count(*) AS cases, count(结案日期) AS closed, sum(结案日期 IS NULL) AS open,
  sum(结果 IS '达成协议') AS agreed,
  avg(CASE WHEN rank IN ((size + 1) / 2, (size + 2) / 2) THEN days END) AS median_days
FROM ranked GROUP BY total, year ORDER BY total, year;

SELECT 户主 AS head, count(*) AS cases, min(受理日期) AS first_case, max(受理日期) AS last_case,
  sum(结案日期 IS NULL) AS still_open
FROM 家庭 JOIN 调解 ON 调解.家庭 = 家庭.编号
GROUP BY 家庭.编号 HAVING count(*) >= 2
ORDER BY cases DESC, 家庭.rowid;
