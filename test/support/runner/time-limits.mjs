/* A test or hook that does not end fails by its name, and the run goes on. */
const LIMIT_MS = Number(process.env.TEST_LIMIT_MS ?? 60_000);

function within(ms, run) {
  return async (...args) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done within ${String(ms)} ms`)), ms);
    });
    try {
      return await Promise.race([run(...args), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

const { test: plain } = globalThis;
const limited =
  (define) =>
  (name, run, ms = LIMIT_MS) =>
    define(name, within(ms, run));
const withEach = (define) => Object.assign(limited(define), { each: (...table) => limited(define.each(...table)) });

globalThis.test = globalThis.it = Object.assign(withEach(plain), { skip: withEach(plain.skip), only: withEach(plain.only) });
for (const hook of ['beforeAll', 'beforeEach', 'afterAll', 'afterEach']) {
  const define = globalThis[hook];
  globalThis[hook] = (run, ms = LIMIT_MS) => define(within(ms, run));
}
