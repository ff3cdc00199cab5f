import { SessionEnds } from '../../apps/web/src/api/session-end.js';

/** Whether the page asks for the password now. */
const asks = (ends: SessionEnds): { open: boolean } => {
  const said = { open: false };
  ends.watch((open) => (said.open = open));
  return said;
};

test('an answer that comes after one has signed in again is of the session before, and asks for no password', async () => {
  const ends = new SessionEnds();
  const said = asks(ends);
  const [first, late] = [ends.current(), ends.current()];

  ends.endedUnder(first);
  const waits = ends.signedInAgain();
  expect(said.open).toBe(true);
  ends.goOn();
  await waits;
  ends.endedUnder(late);
  await ends.signedInAgain();
  expect(said.open).toBe(false);
});

test('a session that ends after one has signed in again asks for the password anew', () => {
  const ends = new SessionEnds();
  const said = asks(ends);
  ends.endedUnder(ends.current());
  void ends.signedInAgain();
  ends.goOn();

  ends.endedUnder(ends.current());
  void ends.signedInAgain();
  expect(said.open).toBe(true);
});
