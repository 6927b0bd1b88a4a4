-- Slots from the beginning of last year to the day of the data, as far as they count.
CREATE TEMP VIEW rhythm AS
WITH RECURSIVE step (every, first, next) AS (
  VALUES ('week', '2024-12-30', '2025-01-06'), ('month', '2025-01-01', '2025-02-01'),
    ('quarter', '2025-01-01', '2025-04-01'), ('year', '2025-01-01', '2026-01-01')
  UNION ALL
  SELECT every, next, CASE every WHEN 'week' THEN date(next, '+7 days')
    WHEN 'month' THEN date(next, '+1 month') WHEN 'quarter' THEN date(next, '+3 months')
    ELSE date(next, '+1 year') END
  FROM step WHERE next <= '2026-10-31'),
slot AS (
  SELECT commitments.rowid AS place, program, kind, every, first, date(next, '-1 day') AS final,
    (SELECT count(*) FROM sessions
      WHERE sessions.program = commitments.program AND sessions.kind = commitments.kind
        AND date >= max(first, '2025-01-01') AND date < next) >= at_least AS met
  FROM commitments JOIN step USING (every) WHERE kind != 'council' AND program IN
    (SELECT id FROM programs WHERE kind = 'home'))
SELECT *, first >= '2025-01-01' AND final < '2026-10-31' OR met AS counts FROM slot;

CREATE TEMP VIEW runs AS
WITH counted AS (
  SELECT *, row_number() OVER (PARTITION BY place ORDER BY first)
    - row_number() OVER (PARTITION BY place, met ORDER BY first) AS run
  FROM rhythm WHERE counts)
SELECT place, met, count(*) AS length, max(first) AS latest FROM counted GROUP BY place, met, run;

CREATE TEMP VIEW kept AS
SELECT place, program, kind, every, count(*) AS expected, sum(met) AS met, sum(NOT met) AS missed,
  (SELECT coalesce(max(length), 0) FROM runs WHERE runs.place = rhythm.place
    AND NOT met) AS longest_gap,
  (SELECT CASE met WHEN 1 THEN length ELSE 0 END FROM runs WHERE runs.place = rhythm.place
    ORDER BY latest DESC LIMIT 1) AS streak,
  (SELECT coalesce(max(length), 0) FROM runs WHERE runs.place = rhythm.place
    AND met) AS best_streak,
  (SELECT max(date) FROM sessions
    WHERE sessions.program = rhythm.program AND sessions.kind = rhythm.kind) AS last,
  (SELECT CASE latest.met WHEN 0 THEN final ELSE CASE every
      WHEN 'week' THEN date(final, '+7 days') WHEN 'month' THEN date(final, '+1 day', '+1 month',
        '-1 day')
      WHEN 'quarter' THEN date(final, '+1 day', '+3 months', '-1 day')
      ELSE date(final, '+1 year') END END
    FROM rhythm latest WHERE latest.place = rhythm.place ORDER BY first DESC LIMIT 1) AS next_due
FROM rhythm WHERE counts GROUP BY place;

SELECT name, kept.kind, every, expected, met, missed, 1.0 * met / expected AS rate, longest_gap,
  best_streak, next_due
FROM kept JOIN programs ON programs.id = program ORDER BY place;

SELECT CASE total WHEN 0 THEN name END AS name, sum(expected) AS expected, sum(met) AS met,
  sum(missed) AS missed, 1.0 * sum(met) / sum(expected) AS rate, max(longest_gap) AS longest_gap,
  min(streak) AS streak, max(best_streak) AS best_streak, max(last) AS last,
    min(next_due) AS next_due
FROM kept JOIN programs ON programs.id = program, parts
GROUP BY total, CASE total WHEN 0 THEN name END ORDER BY total, name;

SELECT name, kept.kind, missed, streak, next_due, (
  SELECT group_concat(CASE WHEN met THEN '●' WHEN final >= '2026-10-31' THEN '◌'
    WHEN counts THEN '○' ELSE '·' END, '')
  FROM (SELECT * FROM rhythm ORDER BY first) slot WHERE slot.place = kept.place) AS slots
FROM kept JOIN programs ON programs.id = program
WHERE kept.kind IN ('gathering', 'lecture') ORDER BY place;
