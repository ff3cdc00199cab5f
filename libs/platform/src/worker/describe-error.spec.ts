import { describeError } from './describe-error.js';

test.each([
  [new Error('disk full'), 'Error: disk full'],
  [new TypeError('x is not a function\n    at somewhere'), 'TypeError: x is not a function'],
  [new Error('550 5.1.1 <hoa.nguyen@example.vn>: no such user'), 'Error: 550 5.1.1 … no such user'],
  [new Error('no mailbox hoa.nguyen@example.vn here'), 'Error: no mailbox … here'],
  [new Error('cannot open /set-password#bW90LXRva2VuLWRhaS1oYWktbXVvaS1iYQ'), 'Error: cannot open /set-password#…'],
  [new Error('"Nguyễn Thị Hòa" has 0912345678'), 'Error: … has …'],
  [new Error('fetch of https://s3.example.vn/a?X-Amz-Signature=1 failed'), 'Error: fetch of … failed'],
  [
    Object.assign(new Error("insert into person values ('Nguyễn Thị Hòa') - duplicate key"), { code: '23505', constraint: 'person_email' }),
    'Error 23505 person_email',
  ],
  [new Error('a\u0007b\u202ec'), 'Error: a b c'],
  ['thrown as text', 'thrown as text'],
])('of %s is kept: %s', (error, kept) => {
  expect(describeError(error)).toBe(kept);
});

test('what is kept of an error is at most two hundred characters long', () => {
  expect(describeError(new Error('chữ '.repeat(500)))).toHaveLength(200);
});
