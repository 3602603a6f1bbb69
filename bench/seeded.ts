/** Numbers from 0 up to 1 that look random and are the same at every run. */
export function seeded(): () => number {
  let state = 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
