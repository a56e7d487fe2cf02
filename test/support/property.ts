import fc from 'fast-check';

/**
 * The same cases in every run of the tests, so that what fails fails for what was changed; `CASES`, a whole number, draws
 * others, as `npm run soak -- properties` does again and again.
 */
fc.configureGlobal({ seed: Number(process.env.CASES ?? 20_261_128) });

export default fc;
