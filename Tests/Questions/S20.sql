SELECT head, areas.name AS street, min(date) AS first_outing, count(*) AS outings
FROM families JOIN services ON family = families.id JOIN areas ON code = substr(area, 1, 9)
WHERE kind = 'outing'
GROUP BY families.id ORDER BY first_outing DESC, families.rowid;

WITH first AS (
  SELECT family, program, date, row_number() OVER (PARTITION BY family ORDER BY date, rowid) AS turn
  FROM services WHERE kind = 'outing')
SELECT substr(date, 1, 4) AS year, sum(name = '快乐我家') AS 快乐我家, sum(name = '情暖梧家') AS 情暖梧家,
  sum(name = '温馨我家') AS 温馨我家, sum(name = '睦邻我家') AS 睦邻我家
FROM first JOIN programs ON programs.id = program WHERE turn = 1
GROUP BY year ORDER BY year;

WITH family AS (
  SELECT substr(area, 1, 9) AS code,
    EXISTS (SELECT 1 FROM services WHERE family = families.id AND kind = 'outing') AS went
  FROM families
  WHERE status = 'active' AND substr(area, 1, 9) IN (SELECT area FROM programs WHERE kind = 'home'))
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS eligible, sum(went) AS covered,
  sum(NOT went) AS uncovered, avg(went) AS rate
FROM family JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;
