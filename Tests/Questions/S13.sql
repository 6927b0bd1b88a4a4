SELECT venues.name, sum(theme = 'companions') AS companions,
  sum(theme = 'mutual_help') AS mutual_help,
  sum(theme = 'wellness') AS wellness, sum(theme = 'forward') AS forward
FROM sessions JOIN venues ON venues.id = venue JOIN programs ON programs.id = sessions.program
WHERE programs.name = '快乐我家' AND sessions.kind = 'interest' AND date LIKE '2026-%'
GROUP BY venues.name ORDER BY venues.name;

SELECT venues.name, sum(theme IS 'companions') AS companions,
  sum(theme IS 'mutual_help') AS mutual_help,
  sum(theme IS 'wellness') AS wellness, sum(theme IS 'forward') AS forward
FROM venues JOIN programs ON programs.id = venues.program LEFT JOIN sessions ON venue = venues.id
WHERE programs.name = '快乐我家'
GROUP BY venues.id HAVING count(DISTINCT theme) < 4 ORDER BY venues.rowid;
