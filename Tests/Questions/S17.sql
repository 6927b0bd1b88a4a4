SELECT CASE total WHEN 0 THEN method END AS method, count(*) AS sites,
  count(DISTINCT programs.id) AS homes, group_concat(venues.name, '、') AS names
FROM venues JOIN programs ON programs.id = venues.program, parts
WHERE method IS NOT NULL
GROUP BY total, CASE total WHEN 0 THEN method END
ORDER BY total, method;

SELECT method, name, kind, opened FROM programs
WHERE method IS NOT NULL ORDER BY method, opened, rowid;
