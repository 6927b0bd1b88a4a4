SELECT name AS street, 0 AS homes FROM areas
WHERE level = 'street'
  AND NOT EXISTS (SELECT 1 FROM programs WHERE kind = 'home' AND substr(area, 1, 9) = code)
ORDER BY code;

SELECT level, programs.name, count(DISTINCT family) AS families, count(*) AS person_times
FROM services JOIN programs ON programs.id = program
WHERE programs.kind = 'home' AND date LIKE '2026-%'
GROUP BY level, programs.name
ORDER BY CASE level WHEN 'national' THEN 1 ELSE 2 END, programs.name;

SELECT CASE total WHEN 0 THEN level END AS level, count(DISTINCT program) AS homes,
  count(DISTINCT family) AS families, count(*) AS person_times
FROM services JOIN programs ON programs.id = program, parts
WHERE programs.kind = 'home' AND date LIKE '2026-%'
GROUP BY total, CASE total WHEN 0 THEN level END
ORDER BY total, CASE level WHEN 'national' THEN 1 ELSE 2 END;
