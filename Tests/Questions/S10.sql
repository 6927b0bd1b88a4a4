SELECT year, person_times, families FROM history
UNION ALL
SELECT CAST(substr(date, 1, 4) AS INTEGER), count(*), count(DISTINCT family)
FROM services GROUP BY 1
ORDER BY 1;

SELECT (SELECT count(*) FROM history) + (SELECT count(DISTINCT substr(date, 1, 4)) FROM services)
    AS years,
  (SELECT sum(person_times) FROM history) + (SELECT count(*) FROM services) AS person_times;

SELECT CASE total WHEN 0 THEN substr(date, 1, 4) END AS year, count(*) AS person_times,
  count(DISTINCT member) AS persons, count(DISTINCT family) AS families
FROM services, parts
GROUP BY total, CASE total WHEN 0 THEN substr(date, 1, 4) END
ORDER BY total, year;
