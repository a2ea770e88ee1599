/** What breaks out of text, attributes, addresses, comments and cells (OWASP's cheat sheets on XSS and CSV injection). */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><svg/onload=alert(1)>',
  '--><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  ']]><script>alert(1)</script>',
  'javascript:alert(1)',
  '${7*7}{{7*7}}<%= 7*7 %>',
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|',
] as const;
