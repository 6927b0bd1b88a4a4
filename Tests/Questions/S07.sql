SELECT CASE total WHEN 0 THEN programs.name END AS name, count(DISTINCT family) AS families,
  count(*) AS person_times, sum(cost_cents) / 100.0 AS cost,
  round(sum(cost_cents) / 100.0 / count(DISTINCT family), 2) AS per_family
FROM services JOIN programs ON programs.id = services.program, parts
WHERE fund = 'purchase' AND date LIKE '2026-%' AND programs.kind = 'purchased'
GROUP BY total, CASE total WHEN 0 THEN programs.name END
ORDER BY total, programs.name;

SELECT CASE total WHEN 0 THEN organizations.name END AS name, count(DISTINCT family) AS families,
  count(*) AS person_times, sum(cost_cents) / 100.0 AS cost,
  round(sum(cost_cents) / 100.0 / count(DISTINCT family), 2) AS per_family
FROM services JOIN organizations ON organizations.id = services.organization, parts
WHERE fund = 'purchase' AND date LIKE '2026-%'
GROUP BY total, CASE total WHEN 0 THEN organizations.name END
ORDER BY total, organizations.name;
