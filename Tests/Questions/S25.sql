WITH home AS (
  SELECT programs.rowid AS place, name,
    (SELECT max(date) FROM sessions WHERE program = programs.id AND kind = 'lecture') AS last
  FROM programs WHERE kind = 'home')
SELECT name, last, CAST(julianday('2026-10-31') - julianday(last) AS INTEGER) AS days
FROM home WHERE last IS NULL OR last < '2026-10-01'
ORDER BY last IS NOT NULL, days DESC, place;

WITH elder AS (
  SELECT substr(area, 1, 9) AS code, EXISTS (SELECT 1 FROM services WHERE member = members.id
    AND date LIKE '2026-%' AND kind IN ('lecture', 'guidance', 'consultation')) AS reached
  FROM members JOIN families ON families.id = members.family
  WHERE status = 'active' AND born <= '1961-10-31')
SELECT CASE total WHEN 0 THEN areas.name END AS street, count(*) AS eligible,
  sum(reached) AS covered,
  sum(NOT reached) AS uncovered, avg(reached) AS rate
FROM elder JOIN areas USING (code), parts
GROUP BY total, CASE total WHEN 0 THEN code END ORDER BY total, code;

WITH elder AS (
  SELECT
    EXISTS (SELECT 1 FROM services WHERE member = members.id AND date LIKE '2026-%'
      AND kind = 'lecture') AS a,
    EXISTS (SELECT 1 FROM services WHERE member = members.id AND date LIKE '2026-%'
      AND kind = 'guidance') AS b,
    EXISTS (SELECT 1 FROM services WHERE member = members.id AND date LIKE '2026-%'
      AND kind = 'consultation') AS c
  FROM members JOIN families ON families.id = members.family
  WHERE status = 'active' AND born <= '1961-10-31')
SELECT count(*) AS lecture_eligible, sum(a) AS lecture_covered, sum(NOT a) AS lecture_uncovered,
  avg(a) AS lecture_rate,
  count(*) AS guidance_eligible, sum(b) AS guidance_covered, sum(NOT b) AS guidance_uncovered,
    avg(b) AS guidance_rate,
  count(*) AS consultation_eligible, sum(c) AS consultation_covered,
    sum(NOT c) AS consultation_uncovered, avg(c) AS consultation_rate
FROM elder;
