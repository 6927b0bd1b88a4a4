WITH asked AS (
  SELECT *, delivered IS NOT NULL AS met FROM needs WHERE kind = 'aircon' AND raised LIKE '2026-%')
SELECT CASE total WHEN 0 THEN street.name END AS street, count(*) AS needs, sum(met) AS met,
  sum(NOT met) AS open, avg(met) AS met_share
FROM asked JOIN areas street ON street.code = substr(area, 1, 9), parts
GROUP BY total, CASE total WHEN 0 THEN street.code END
ORDER BY total, street.code;

WITH asked AS (
  SELECT *, designed IS NOT NULL AS d, designed IS NOT NULL AND claimed IS NOT NULL AS c,
    designed IS NOT NULL AND claimed IS NOT NULL AND delivered IS NOT NULL AS met
  FROM needs WHERE kind = 'aircon' AND raised LIKE '2026-%'),
took (position, days) AS (
  SELECT 2, julianday(designed) - julianday(raised) FROM asked WHERE d
  UNION ALL SELECT 3, julianday(claimed) - julianday(designed) FROM asked WHERE c
  UNION ALL SELECT 4, julianday(delivered) - julianday(claimed) FROM asked WHERE met),
middle AS (
  SELECT position, avg(days) AS median_days FROM (
    SELECT *, row_number() OVER (PARTITION BY position ORDER BY days) AS rank,
      count(*) OVER (PARTITION BY position) AS number FROM took)
  WHERE rank IN ((number + 1) / 2, (number + 2) / 2) GROUP BY position),
step (position, step, reached, before, after) AS (
  SELECT 1, 'raised', count(*), NULL, sum(d) FROM asked
  UNION ALL SELECT 2, 'designed', sum(d), count(*), sum(c) FROM asked
  UNION ALL SELECT 3, 'claimed', sum(c), sum(d), sum(met) FROM asked
  UNION ALL SELECT 4, 'delivered', sum(met), sum(c), sum(met) FROM asked)
SELECT step, reached, 1.0 * reached / (SELECT count(*) FROM asked) AS share,
  1.0 * reached / before AS step_share, median_days, reached - after AS waiting
FROM step LEFT JOIN middle USING (position) ORDER BY position;

SELECT head, street.name AS street, raised,
  CAST(julianday('2026-10-31') - julianday(raised) AS INTEGER) AS days
FROM needs JOIN families ON families.id = needs.family
  JOIN areas street ON street.code = substr(needs.area, 1, 9)
WHERE kind = 'aircon' AND raised LIKE '2026-%' AND delivered IS NULL
ORDER BY days DESC, needs.rowid;
