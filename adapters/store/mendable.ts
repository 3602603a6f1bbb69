/** What the operator can mend, by SQLSTATE (postgresql.org/docs/current/errcodes-appendix.html). */
export const MENDABLE: Readonly<Record<string, string>> = {
  '28000': 'the server lets this user not in; check the user and pg_hba.conf',
  '28P01': 'the password is wrong, or there is no such user',
  '3D000': 'there is no such database; create it first',
  '42501': 'the user may not create tables there; grant create on its schema',
};
