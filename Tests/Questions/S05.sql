WITH asked AS (
  SELECT *, delivered IS NOT NULL AS met FROM needs WHERE kind = 'aircon' AND raised LIKE '2026-%')
SELECT CASE total WHEN 0 THEN street.name END AS street, count(*) AS needs, sum(met) AS met,
  sum(NOT met) AS open, avg(met) AS met_share
FROM asked JOIN areas street ON street.code = substr(area, 1, 9), parts
GROUP BY total, CASE total WHEN 0 THEN street.code END
ORDER BY total, street.code;

SELECT head, street.name AS street, raised,
  CAST(julianday('2026-10-31') - julianday(raised) AS INTEGER) AS days
FROM needs JOIN families ON families.id = needs.family
  JOIN areas street ON street.code = substr(needs.area, 1, 9)
WHERE kind = 'aircon' AND raised LIKE '2026-%' AND delivered IS NULL
ORDER BY days DESC, needs.rowid;
