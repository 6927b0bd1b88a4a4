WITH heading (position, line) AS (VALUES (1, 'visits'), (2, 'purchase'), (3, 'housekeeping')),
plan AS (SELECT line, sum(amount_cents) AS planned FROM budgets WHERE year = 2026 GROUP BY line),
payment AS (
  SELECT fund, sum(cost_cents) AS spent, count(DISTINCT family) AS families
  FROM services WHERE date LIKE '2026-%' GROUP BY fund)
SELECT line, planned / 100.0 AS planned, spent / 100.0 AS spent, (planned - spent) / 100.0 AS left,
  round(100.0 * spent / planned, 1) AS spent_percent, families,
  round(spent / 100.0 / families, 2) AS per_family
FROM heading JOIN plan USING (line) LEFT JOIN payment ON fund = line
ORDER BY position;

SELECT sum(cost_cents) / 100.0 AS spent, count(DISTINCT family) AS families,
  round(sum(cost_cents) / 100.0 / count(DISTINCT family), 2) AS per_family
FROM services WHERE date LIKE '2026-%' AND fund IS NOT NULL;

SELECT year, sum(amount_cents) / 100.0 AS planned FROM budgets GROUP BY year ORDER BY year;
