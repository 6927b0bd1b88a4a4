SELECT programs.name, (SELECT count(*) FROM sessions
    WHERE sessions.program = programs.id AND sessions.kind = 'council'
      AND date BETWEEN '2026-10-01' AND '2026-12-31') AS this_quarter,
  (SELECT max(date) FROM sessions WHERE sessions.program = programs.id
    AND sessions.kind = 'council')
    AS last_meeting
FROM commitments JOIN programs ON programs.id = program WHERE commitments.kind = 'council';

-- Quarters from the beginning of last year; the last one is running.
WITH RECURSIVE quarter (first) AS (
  VALUES ('2025-01-01') UNION ALL SELECT date(first, '+3 months') FROM quarter
    WHERE first < '2026-10-01'),
slot AS (
  SELECT programs.name, first, date(first, '+3 months', '-1 day') < '2026-10-31' AS over,
    EXISTS (SELECT 1 FROM sessions WHERE sessions.program = programs.id
      AND sessions.kind = 'council'
      AND date BETWEEN first AND date(first, '+3 months', '-1 day')) AS met
  FROM commitments JOIN programs ON programs.id = program, quarter
    WHERE commitments.kind = 'council'),
-- A run is the slots that share the number of slots of the other kind before them.
counted AS (
  SELECT *, row_number() OVER (ORDER BY first) - row_number() OVER (PARTITION BY met
    ORDER BY first) AS run
  FROM slot WHERE over OR met),
run AS (
  SELECT met, count(*) AS length, max(first) AS latest FROM counted GROUP BY met, run)
SELECT name, count(*) AS expected, sum(met) AS met, sum(NOT met) AS missed,
  (SELECT coalesce(max(length), 0) FROM run WHERE NOT met) AS longest_gap,
  (SELECT CASE met WHEN 1 THEN length ELSE 0 END FROM run ORDER BY latest DESC LIMIT 1) AS streak,
  (SELECT CASE max(met) WHEN 0 THEN '2026-12-31' ELSE '2027-03-31' END FROM slot
    WHERE NOT over) AS next_due,
  (SELECT group_concat(CASE WHEN met THEN '●' WHEN over THEN '○' ELSE '◌' END, '')
    FROM (SELECT * FROM slot ORDER BY first)) AS slots
FROM counted GROUP BY name;

SELECT venues.name, (SELECT count(*) FROM sessions WHERE venue = venues.id
  AND kind = 'council') AS meetings
FROM venues JOIN programs ON programs.id = program WHERE method = '三三制工作法' ORDER BY venues.rowid;
