/** What people, and people who mean harm, send: no channel may pass it on alive. */
export const HOSTILE: readonly string[] = [
  '<!channel> <!here> <@U12345678> <#C123|secret> <https://evil.example|your bank>',
  '@everyone @here <@123456789012345678> <@&1> </ask:1> [your bank](https://evil.example)',
  '**bold** __under__ ~~gone~~ `code` ```block``` # heading > quote ||spoiler||',
  '<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; javascript:alert(1)',
  '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u009b2J',
  '\u202egnp.exe\u202c \u2066hidden\u2069 zero\u200bwidth \ufeff',
  '\u0000\u0007\u0008\u007f',
  '\ud800 lonely \udfff surrogates',
  '$HOME {{7*7}} %s %n {phone} ../../etc/passwd',
  "'; drop table facts; --",
];

/** Words of the lines above that no reply has a reason to contain. */
export const NEVER_ECHOED = /everyone|<!|<@|evil|alert\(|\u202e|gnp|\[31m|passwd|drop table|lonely/iu;

/** A reply text with the same marks, as if the knowledge held them: it must come out as these very words, inert. */
export const MARKED =
  'Tom & Jerry <!channel> @everyone <b>not bold</b> *stars* _lines_ `ticks` [x](https://evil.example)';

/** Words that name a person; no log may hold them. */
export const PERSONAL = 'My name is Zebulon Quartermain, born 3/14/1971, phone 212-555-0187, zeb@mail.example';
export const PERSONAL_MARKS = /zebulon|quartermain|1971|0187|zeb@/iu;
