WITH in_force AS (SELECT * FROM rules WHERE since <= '2026-10-31' AND (until IS NULL
  OR until >= '2026-10-31')),
state AS (
  SELECT code, max(number = 1) AS one, max(number = 2) AS two, max(number = 3) AS three,
    max(number = 4) AS four, max(number = 5) AS five
  FROM areas LEFT JOIN in_force ON area = code WHERE level = 'street' GROUP BY code)
SELECT count(*) AS "1_eligible", sum(one) AS "1_covered", sum(NOT one) AS "1_uncovered",
  avg(one) AS "1_rate",
  count(*) AS "2_eligible", sum(two) AS "2_covered", sum(NOT two) AS "2_uncovered",
    avg(two) AS "2_rate",
  count(*) AS "3_eligible", sum(three) AS "3_covered", sum(NOT three) AS "3_uncovered",
    avg(three) AS "3_rate",
  count(*) AS "4_eligible", sum(four) AS "4_covered", sum(NOT four) AS "4_uncovered",
    avg(four) AS "4_rate",
  count(*) AS "5_eligible", sum(five) AS "5_covered", sum(NOT five) AS "5_uncovered",
    avg(five) AS "5_rate"
FROM state;

WITH in_force AS (SELECT * FROM rules WHERE since <= '2026-10-31' AND (until IS NULL
  OR until >= '2026-10-31'))
SELECT areas.name, max(number = 1) AS 制度一, max(number = 2) AS 制度二, max(number = 3) AS 制度三,
  max(number = 4) AS 制度四, max(number = 5) AS 制度五
FROM areas JOIN in_force ON area = code
WHERE level = 'street' GROUP BY code HAVING count(DISTINCT number) < 5
ORDER BY code;
